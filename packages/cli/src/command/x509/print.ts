/** How reports and fields are printed: for a person in sentences, for a program as JSON. */
import { type Check, type Language, type Params, type Sentences, toBase64 } from '@tiemchung/core'
import type { Io } from '../../io.js'
import { type AnyCheckId, checkWords } from './check-words.js'
import type { Fields, Shown, ShownExtension } from './describe.js'
import { fieldWords } from './field-words.js'
import { sentenceOf } from './reason-words.js'

/** A report as one line of JSON: instants as RFC 3339, bytes as base64 of their DER. */
export function reportJson(report: unknown): string {
  return JSON.stringify(report, (_, value: unknown) =>
    value instanceof Uint8Array ? toBase64(value) : value,
  )
}

const paramTexts = (params: Params = {}): readonly string[] =>
  Object.entries(params).map(([name, value]) => `${name}=${value}`)

/** A revocation that a timestamp proves to have come too late to count. */
const revokedLater: Sentences = {
  vi: 'Chỉ bị thu hồi sau thời điểm đã được chứng minh.',
  en: 'Revoked only after the proven time.',
}

/** A list that nobody is said to have signed. */
const signerNotGiven: Sentences = {
  vi: 'Chưa kiểm tra: không cho biết cơ quan nào phải là bên ký (--issuer).',
  en: 'Not checked: nobody said who is to have signed it (--issuer).',
}

function sentence({ id, status, reason, params }: Check<AnyCheckId>, language: Language): string {
  if (id === 'crl.signature' && status === 'skipped') return signerNotGiven[language]
  if (reason !== undefined) return sentenceOf(reason, language) ?? reason
  const late = id === 'path.revocation' && status === 'passed' && params !== undefined
  return late ? revokedLater[language] : checkWords[id][language]
}

/** One line for each check: its id, what it concerns, its outcome, and why. */
export function sayChecks(io: Io, checks: readonly Check<AnyCheckId>[], language: Language): void {
  for (const check of checks) {
    const { id, subject, status, reason, params } = check
    const head = [id, subject, status].filter(Boolean).join(' ')
    const details = [reason, ...paramTexts(params)].filter(Boolean).join(' ')
    const tail = details === '' ? '' : ` [${details}]`
    io.out(`  ${head}: ${sentence(check, language)}${tail}`)
  }
}

const critical: Readonly<Record<Language, string>> = { vi: 'quan trọng', en: 'critical' }

function extensionText(extension: ShownExtension, language: Language): string {
  const { oid, name } = extension
  const text = name === undefined ? oid : `${name} (${oid})`
  return extension.critical ? `${text}, ${critical[language]}` : text
}

const yesNo: Readonly<Record<Language, readonly [string, string]>> = {
  vi: ['có', 'không'],
  en: ['yes', 'no'],
}

function valueTexts(value: Shown, language: Language): readonly string[] {
  if (typeof value === 'boolean') return [yesNo[language][value ? 0 : 1]]
  if (typeof value !== 'object') return [String(value)]
  return value.map((one) => (typeof one === 'string' ? one : extensionText(one, language)))
}

/** One line for each field; of several values one line each. Fields that are absent are left out. */
export function sayFields(io: Io, fields: Fields, language: Language): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const label = fieldWords[name]?.[language] ?? name
    for (const text of valueTexts(value, language)) io.out(`  ${label}: ${text}`)
  }
}
