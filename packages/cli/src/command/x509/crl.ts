import { InputError, type Language } from '@tiemchung/core'
import {
  legacyAlgorithms,
  modernAlgorithms,
  readCertificate,
  readCrl,
  type RevokedEntry,
} from '@tiemchung/x509'
import { type CrlQuery, type CrlReport, verifyCrl } from '@tiemchung/x509/crl'
import { errorCatalogue } from '../../errors.js'
import { codeOf, type ExitCode } from '../../exit-code.js'
import { instantOr, oneOf, optionOf } from '../../input.js'
import type { Io } from '../../io.js'
import { crlFields } from './describe.js'
import { reportJson, sayChecks, sayFields } from './print.js'
import { dersOf, type FileKind, onlyOneStdin, readAt } from './read-files.js'

/** The options of `x509 crl`. */
export interface X509CrlCommand {
  readonly issuer?: string
  /** In hex, with or without colons. */
  readonly serial?: string
  readonly certificate?: string
  readonly at?: string
  readonly algorithms: string
  readonly json?: boolean
}

/** A serial number as people copy it, in the form in which certificates are read. */
function serialOf(text: string): string {
  return optionOf('--serial', text, (written) => {
    const digits = written.replaceAll(':', '').toLowerCase()
    const even = digits.length % 2 === 0 ? digits : `0${digits}`
    const serial = even.replace(/^(?:00)+(?=..)/, '')
    if (/^(?:[0-9a-f]{2}){1,20}$/.test(serial)) return serial
    throw new TypeError('not a serial number')
  })
}

async function onlyDer(
  io: Io,
  path: string,
  where: readonly string[],
  kind: FileKind,
): Promise<Uint8Array> {
  const [der, ...others] = await dersOf(io, path, where, kind)
  if (der !== undefined && others.length === 0) return der
  // Which of several is meant, nobody said.
  throw new InputError(errorCatalogue, 'cli.use', { path: where })
}

async function certificateAt(io: Io, option: string, path: string): Promise<Uint8Array> {
  const der = await onlyDer(io, path, [option], 'certificate')
  return readAt([option], () => readCertificate(der)).der
}

async function queryOf(io: Io, path: string, command: X509CrlCommand): Promise<CrlQuery> {
  const { issuer, serial, certificate } = command
  if (serial !== undefined && certificate !== undefined) {
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--serial', '--certificate'] })
  }
  onlyOneStdin([path, issuer, certificate])
  const at = instantOr(io, '--at', command.at)
  const modern = oneOf('--algorithms', command.algorithms, ['modern', 'legacy']) === 'modern'
  const number = serial === undefined ? {} : { about: { serialNumber: serialOf(serial) } }
  const whole =
    certificate === undefined
      ? {}
      : { about: { certificate: await certificateAt(io, '--certificate', certificate) } }
  const signer = issuer === undefined ? {} : { issuer: await certificateAt(io, '--issuer', issuer) }
  const crl = await onlyDer(io, path, ['input'], 'crl')
  const algorithms = modern ? modernAlgorithms : legacyAlgorithms
  return { crl, at, algorithms, ...number, ...whole, ...signer }
}

const absent: Readonly<Record<Language, string>> = { vi: 'không có số này', en: 'nothing of it' }

function saysText(says: RevokedEntry | 'absent', language: Language): string {
  if (says === 'absent') return absent[language]
  const { reason, revocationDate, invalidSince } = says
  const since = invalidSince === undefined ? '' : ` (${invalidSince.toISOString()})`
  return `revoked ${revocationDate.toISOString()} ${reason}${since}`
}

function show(io: Io, { crl }: CrlQuery, report: CrlReport, language: Language): void {
  const { verdict, checks, entries, says } = report
  io.out(verdict)
  if (checks.some(({ id, status }) => id === 'crl.parse' && status === 'passed')) {
    const said = says === undefined ? undefined : saysText(says, language)
    sayFields(io, { ...crlFields(readCrl(crl), crl, entries), says: said }, language)
  }
  sayChecks(io, checks, language)
}

/**
 * Judges one revocation list and, when asked about one, the certificate with a serial number. Valid (0) only
 * when the authority that signed it is given: without, nothing that the list says is established (2).
 */
export async function x509Crl(
  io: Io,
  path: string,
  command: X509CrlCommand,
  language: Language,
): Promise<ExitCode> {
  const query = await queryOf(io, path, command)
  const report = await verifyCrl(query)
  if (command.json === true) io.out(reportJson(report))
  else show(io, query, report, language)
  return codeOf(report.verdict)
}
