import type { Logger } from '../ports/logger.ts'
import { bodiesOf, fillBodies } from './body-fill.ts'
import type { BodyIndex } from './body-index.ts'
import { catchUp, currentCatalogue, freshCatalogue, isCacheDamage } from './catalogue/cache.ts'
import type { Catalogue, CatalogueOptions } from './catalogue/catalogue.ts'
import { messageOf } from './io-error.ts'
import type { Appended } from './log.ts'

const CATALOGUE_LAGS = 'The catalogue could not be written; it catches up at the next opening.'
const BODIES_LAG = 'The index of bodies could not be written; it catches up at the next opening.'

export interface CachesParts {
  readonly dir: string
  readonly catalogue: Catalogue
  readonly catalogueOptions: CatalogueOptions
  /** Null for a reader, who writes nothing. */
  readonly bodies: BodyIndex | null
  readonly logger: Logger
}

/** What can be made again from log and bags: kept up with the log, and made again where it is damaged. */
export class Caches {
  readonly #parts: CachesParts
  #catalogue: Catalogue

  constructor(parts: CachesParts) {
    this.#parts = parts
    this.#catalogue = parts.catalogue
  }

  /** Runs a question against the catalogue; where that turns out damaged, makes it anew and asks again. */
  async ask<T>(question: (catalogue: Catalogue) => Promise<T>): Promise<T> {
    const { dir, catalogueOptions, logger, bodies } = this.#parts
    const fresh = () => freshCatalogue(dir, catalogueOptions)
    // A reader may only have met a writer at work: then the files are sound again by now.
    const remedies = bodies ? [fresh] : [() => currentCatalogue(dir, catalogueOptions, logger), fresh]
    for (;;) {
      try {
        return await question(this.#catalogue)
      } catch (error) {
        const remedy = isCacheDamage(error) ? remedies.shift() : undefined
        if (!remedy) throw error
        logger.warn(`${messageOf(error)} The catalogue is made anew from the log and the snapshots.`)
        this.#catalogue = await remedy()
        if (bodies) await this.#orWarn(CATALOGUE_LAGS, () => this.#catalogue.flush())
      }
    }
  }

  /** Brings new lines in. They are on the disk already, so nothing here may fail the caller. */
  async applied(appended: readonly Appended[]): Promise<void> {
    const { dir, bodies } = this.#parts
    await this.#orWarn(CATALOGUE_LAGS, async () => {
      await this.ask(async catalogue => {
        for (const { line, position } of appended) {
          // A catalogue that was made anew in between may hold the line already, or lack one before it.
          const step = position.seq - catalogue.applied.seq
          if (step === 1) await catalogue.apply(line, position)
          else if (step > 1) await catchUp(dir, catalogue)
        }
      })
      await this.#catalogue.flush()
    })
    await this.#orWarn(BODIES_LAG, async () => {
      for (const { line } of appended) bodies?.add(await bodiesOf(dir, line), line.seq)
    })
  }

  /** Makes everything anew from the log and the bags. */
  async rebuild(): Promise<Catalogue> {
    const { dir, catalogueOptions, bodies } = this.#parts
    this.#catalogue = await freshCatalogue(dir, catalogueOptions)
    await this.#catalogue.flush()
    bodies?.clear()
    if (bodies) await fillBodies(dir, bodies)
    return this.#catalogue
  }

  async #orWarn(message: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#parts.logger.warn(`${message} (${messageOf(error)})`)
    }
  }
}
