import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../archive/contract/calls.ts'
import { createLink } from './link.ts'

/** Every call of the contract, as functions. */
export const calls: ContractRouterClient<Contract> = createORPCClient(createLink())

/** The same calls as TanStack Query options and keys: `stet.library.list.queryOptions({ input })`. */
export const stet = createTanstackQueryUtils(calls)
