/**
 * Message catalogues: the sentence, in Vietnamese and English, behind every code.
 *
 * A package declares its own codes in one file, `errors.ts`. Nothing is registered at run time;
 * an error or issue carries its sentences with it.
 */

/** Languages in which the SDK speaks. */
export type Language = 'vi' | 'en'

/** The same sentence in every language. */
export type Sentences = Readonly<Record<Language, string>>

/** Who can act on a problem. */
export type Actor =
  | 'developer'
  | 'operator'
  | 'data-entry'
  | 'facility'
  | 'facility-head'
  | 'police'
  | 'district'
  | 'province'
  | 'ministry'
  | 'signer'
  | 'citizen'

/** One entry of a catalogue. `{name}` in a sentence is replaced by the parameter of that name. */
export interface CatalogueEntry {
  /** What happened. */
  readonly says: Sentences
  /** Who can act on it. */
  readonly who: Actor
  /** What that person can do. */
  readonly todo: Sentences
}

/** Codes to entries. Codes are lower-case words joined by dots and hyphens, stable for ever. */
export type Catalogue<Code extends string = string> = Readonly<Record<Code, CatalogueEntry>>

/** Values that may stand in a sentence: numbers, flags and closed words; never a person's data. */
export type Params = Readonly<Record<string, string | number | boolean>>

/**
 * The same entries, typed by their own keys, so that a misspelt code does not compile.
 *
 * Entries given as a function are made when the catalogue is; with a `@__PURE__` note before the call, a bundler
 * then leaves a catalogue that nobody uses out, whatever its entries are made by.
 *
 * @example
 * ```ts
 * import { defineCatalogue } from '@tiemchung/core'
 * const catalogue = defineCatalogue({
 *   'clinic.closed': {
 *     says: { vi: 'Cơ sở đóng cửa.', en: 'The facility is closed.' },
 *     who: 'facility',
 *     todo: { vi: 'Chọn ngày khác.', en: 'Choose another day.' },
 *   },
 * })
 * ```
 */
export function defineCatalogue<Code extends string>(
  entries: Record<Code, CatalogueEntry> | (() => Record<Code, CatalogueEntry>),
): Catalogue<Code> {
  return Object.freeze(typeof entries === 'function' ? entries() : entries)
}

/** The sentences of a code with its parameters filled in. */
export function sentencesFor(entry: CatalogueEntry, params: Params = {}): Sentences {
  const fill = (text: string) =>
    text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
      const value = params[name]
      return value === undefined ? whole : String(value)
    })
  return { vi: fill(entry.says.vi), en: fill(entry.says.en) }
}
