import { InputError, isSdkError, type Language } from '@tiemchung/core'
import {
  hardFail,
  legacyAlgorithms,
  modernAlgorithms,
  type PathQuery,
  type PathReport,
  readCertificate,
  readCrl,
  readOcspResponse,
  type RevocationQuery,
  softFail,
  type TimestampReport,
  verifyPath,
} from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'
import { codeOf, type ExitCode, worst } from '../../exit-code.js'
import { instantOr, oneOf } from '../../input.js'
import type { Io } from '../../io.js'
import { reportJson, sayChecks } from './print.js'
import { oidPattern, purposeOf } from './purpose.js'
import { dersOf, onlyOneStdin, optionDers } from './read-files.js'
import { sentenceOf } from './reason-words.js'
import { provenBy, stampReport, type StampOptions } from './stamp.js'
import { nameText } from './text.js'

/** The options of `x509 verify`. */
export interface X509VerifyCommand extends StampOptions {
  readonly intermediate: readonly string[]
  readonly anchors: readonly string[]
  readonly at?: string
  readonly purpose: string
  readonly crl: readonly string[]
  readonly ocsp: readonly string[]
  readonly revocation?: string
  readonly policy: readonly string[]
  readonly algorithms: string
  readonly json?: boolean
}

const wrongUse = (option: string) => new InputError(errorCatalogue, 'cli.use', { path: [option] })

/** Asked for whenever there is a list or an answer: hard, unless another policy is named. */
async function revocationOf(
  io: Io,
  { crl, ocsp, revocation }: X509VerifyCommand,
): Promise<RevocationQuery | undefined> {
  const sources = crl.length + ocsp.length
  const fallback = sources === 0 ? 'off' : hardFail.id
  const word = oneOf('--revocation', revocation ?? fallback, [hardFail.id, softFail.id, 'off'])
  if (word === 'off') {
    if (sources > 0) throw wrongUse('--revocation')
    return undefined
  }
  return {
    policy: word === hardFail.id ? hardFail : softFail,
    crls: await optionDers(io, '--crl', crl, 'crl', (der) => readCrl(der)),
    ocsp: await optionDers(io, '--ocsp', ocsp, 'ocsp', readOcspResponse),
  }
}

function policyOf({ policy }: X509VerifyCommand): Pick<PathQuery, 'policy'> {
  if (policy.length === 0) return {}
  if (!policy.every((oid) => oidPattern.test(oid))) throw wrongUse('--policy')
  return { policy: { acceptable: policy, explicit: true } }
}

/** What the options ask, before any file is read but those that they name. */
async function questionOf(io: Io, path: string, command: X509VerifyCommand): Promise<PathQuery> {
  const at = instantOr(io, '--at', command.at)
  const purpose = purposeOf(command.purpose)
  const modern = oneOf('--algorithms', command.algorithms, ['modern', 'legacy']) === 'modern'
  const demand = policyOf(command)
  const revocation = await revocationOf(io, command)
  const read = (option: string, paths: readonly string[]) =>
    optionDers(io, option, paths, 'certificate', readCertificate)
  const anchors = await read('--anchors', command.anchors)
  const [leaf = new Uint8Array(), ...others] = await dersOf(io, path, ['input'], 'certificate')
  return {
    leaf,
    intermediates: [...others, ...(await read('--intermediate', command.intermediate))],
    anchors: anchors.map((certificate) => ({ certificate })),
    at,
    purpose,
    algorithms: modern ? modernAlgorithms : legacyAlgorithms,
    ...demand,
    ...(revocation === undefined ? {} : { revocation }),
  }
}

/** A certificate of the path; undefined when it cannot be read, for which see `path.parse`. */
function pathText(der: Uint8Array): string | undefined {
  try {
    const { subject, serialNumber, notBefore, notAfter } = readCertificate(der)
    const dates = `${notBefore.toISOString()} – ${notAfter.toISOString()}`
    return `${nameText(subject)} (${serialNumber}) ${dates}`
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

const leftAside: Readonly<Record<Language, string>> = { vi: 'bỏ qua', en: 'left aside' }

function show(io: Io, report: PathReport, language: Language): void {
  io.out(report.verdict)
  for (const [index, der] of report.path.entries()) {
    const text = pathText(der)
    if (text !== undefined) io.out(`  certificate[${index}] ${text}`)
  }
  sayChecks(io, report.checks, language)
  for (const { from, index, code } of report.setAside) {
    const says = sentenceOf(code, language) ?? code
    io.out(`  ${from}[${index}] ${leftAside[language]}: ${says} [${code}]`)
  }
}

function showStamp(io: Io, stamp: TimestampReport, language: Language): void {
  const time = stamp.verdict === 'valid' ? ` ${stamp.time.toISOString()}` : ''
  io.out(`timestamp ${stamp.verdict}${time}`)
  sayChecks(io, stamp.checks, language)
}

/**
 * Verifies a certificate up to one of the anchors and prints every check, passed ones as well. Further
 * certificates in its file count as intermediates. Nothing is fetched.
 */
export async function x509Verify(
  io: Io,
  path: string,
  command: X509VerifyCommand,
  language: Language,
): Promise<ExitCode> {
  const { intermediate, anchors, crl, ocsp, timestamp, stamped, timestampAnchors } = command
  const files = [...intermediate, ...anchors, ...crl, ...ocsp, ...timestampAnchors]
  onlyOneStdin([path, timestamp, stamped, ...files])
  const question = await questionOf(io, path, command)
  const stamp = await stampReport(io, command, question.anchors)
  const report = await verifyPath({ ...question, ...provenBy(stamp, question.revocation) })
  if (command.json === true) io.out(reportJson(report))
  else show(io, report, language)
  if (stamp === undefined) return codeOf(report.verdict)
  if (command.json === true) io.out(reportJson(stamp))
  else showStamp(io, stamp, language)
  return worst([codeOf(report.verdict), codeOf(stamp.verdict)])
}
