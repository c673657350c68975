/** The DCC schema 1.3.3 (ehn-dcc-schema) as tables: what each member must be. */
import type { Group } from './payload.js'

/** What a member must be. */
export type FieldKind =
  | 'text'
  | 'text-80'
  | 'standard-name'
  | 'count'
  | 'country'
  | 'day'
  | 'instant'
  | 'birth'
  | 'version'

/** One member: its kind, and whether it may be absent. */
export interface FieldRule {
  readonly key: string
  readonly kind: FieldKind
  readonly optional?: true
}

const every: readonly FieldRule[] = [
  { key: 'tg', kind: 'text' },
  { key: 'co', kind: 'country' },
  { key: 'is', kind: 'text-80' },
  { key: 'ci', kind: 'text-80' },
]

/** Members of the payload itself, beside names and groups. */
export const rootRules: readonly FieldRule[] = [
  { key: 'ver', kind: 'version' },
  { key: 'dob', kind: 'birth' },
]

/** Members of `nam`. */
export const nameRules: readonly FieldRule[] = [
  { key: 'fn', kind: 'text-80', optional: true },
  { key: 'fnt', kind: 'standard-name', optional: true },
  { key: 'gn', kind: 'text-80', optional: true },
  { key: 'gnt', kind: 'standard-name', optional: true },
]

/** The members that every entry has, and then its group's. */
const entry = (...own: readonly FieldRule[]): readonly FieldRule[] => [...every, ...own]

/** Members of the one entry of each group. */
export const entryRules: Readonly<Record<Group, readonly FieldRule[]>> = {
  v: /* @__PURE__ */ entry(
    { key: 'vp', kind: 'text' },
    { key: 'mp', kind: 'text' },
    { key: 'ma', kind: 'text' },
    { key: 'dn', kind: 'count' },
    { key: 'sd', kind: 'count' },
    { key: 'dt', kind: 'day' },
  ),
  t: /* @__PURE__ */ entry(
    { key: 'tt', kind: 'text' },
    { key: 'nm', kind: 'text-80', optional: true },
    { key: 'ma', kind: 'text', optional: true },
    { key: 'sc', kind: 'instant' },
    { key: 'tr', kind: 'text' },
    { key: 'tc', kind: 'text-80', optional: true },
  ),
  r: /* @__PURE__ */ entry(
    { key: 'fr', kind: 'day' },
    { key: 'df', kind: 'day' },
    { key: 'du', kind: 'day' },
  ),
}

/** The member of each group that tells when the event was. */
export const eventDay: Readonly<Record<Group, string>> = { v: 'dt', t: 'sc', r: 'fr' }
