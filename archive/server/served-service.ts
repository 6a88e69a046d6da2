import type { Service } from '../service/index.ts'

/** What this host needs of the service. */
export type ServedService = Pick<Service, 'router' | 'pageResponse' | 'exportedFile'>
