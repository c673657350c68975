/** Codes of records and the codes that FHIR has for them: one table for both ways. */
import type { Guardian } from '../person/guardian.js'
import type { Amends } from '../record/dose-record.js'
import type { Dose } from '../record/dose.js'
import type { Coding } from './r4.js'
import { codeSystems } from './systems.js'

/** Our words and the codes of one system, each word once and each code once. */
export interface CodeTable<Word extends string> {
  readonly system: string
  readonly codes: Readonly<Record<Word, { readonly code: string; readonly display: string }>>
}

const row = (code: string, display: string) => ({ code, display })

export const sites: CodeTable<Dose['site']> = {
  system: codeSystems.site,
  codes: {
    'left-arm': row('LA', 'left arm'),
    'right-arm': row('RA', 'right arm'),
    'left-thigh': row('LT', 'left thigh'),
    'right-thigh': row('RT', 'right thigh'),
  },
}

export const routes: CodeTable<Dose['route']> = {
  system: codeSystems.route,
  codes: { intramuscular: row('IM', 'Injection, intramuscular') },
}

export const relationships: CodeTable<Guardian['relationship']> = {
  system: codeSystems.role,
  codes: {
    father: row('FTH', 'father'),
    mother: row('MTH', 'mother'),
    guardian: row('GUARD', 'guardian'),
  },
}

export const amendmentReasons: CodeTable<Amends['reason']> = {
  system: codeSystems.amendmentReason,
  codes: {
    feedback: row('feedback', 'Feedback from the person'),
    'identity-correction': row('identity-correction', 'Identity corrected'),
    'entry-error': row('entry-error', 'Entered wrongly'),
    'register-correction': row('register-correction', 'Corrected in the population register'),
  },
}

/** The code of a word. */
export function codingOf<Word extends string>(table: CodeTable<Word>, word: Word): Coding {
  return { system: table.system, ...table.codes[word] }
}

/** The word of a code; undefined when the table has no such code. */
export function wordOf<Word extends string>(
  table: CodeTable<Word>,
  code: string,
): Word | undefined {
  const words = Object.keys(table.codes) as Word[]
  return words.find((word) => table.codes[word].code === code)
}
