import { fromPem, fromUtf8 } from '@tiemchung/core'
import { explainCheck, type VerificationReport, verifyCertificate } from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { type CountryAnchor, loadTrustList } from '@tiemchung/certificates/trust'
import { codeOf, type ExitCode, worst } from '../exit-code.js'
import { bytesOf, instantOr, jsonOf, linesOf } from '../input.js'
import type { Io } from '../io.js'

/** The options of `verify`. */
export interface VerifyCommand {
  readonly trustList: string
  /** `VN=csca.pem`, once for each country. */
  readonly anchor: readonly string[]
  readonly revocation?: string
  readonly at?: string
  readonly json?: boolean
  readonly lang: 'vi' | 'en'
}

async function anchorOf(io: Io, text: string): Promise<CountryAnchor> {
  const [country = '', path = ''] = text.split('=', 2)
  const bytes = await bytesOf(io, path)
  const [pem] = bytes[0] === 0x2d ? fromPem(fromUtf8(bytes), 'CERTIFICATE') : [bytes]
  return { country, certificate: pem ?? new Uint8Array() }
}

/** Texts of QR codes: arguments that begin with HC1:, lines of the files that the others name. */
async function textsOf(io: Io, inputs: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(
    inputs.map(async (input) =>
      input.startsWith('HC1:') ? [input] : linesOf(await bytesOf(io, input)),
    ),
  )
  return texts.flat()
}

function show(io: Io, report: VerificationReport, index: number, options: VerifyCommand): void {
  const open = report.checks.filter(({ status }) => status === 'failed' || status === 'unknown')
  if (options.json === true) {
    const { verdict, checks, basis } = report
    io.out(JSON.stringify({ input: index + 1, verdict, checks, basis }))
    return
  }
  io.out(`${index + 1} ${report.verdict}`)
  for (const check of open) {
    const sentence = explainCheck(check)?.says[options.lang] ?? check.reason ?? '-'
    io.out(`  ${check.id}: ${sentence}`)
  }
}

/**
 * Verifies texts of QR codes against a trust list. Prints a verdict a line, and never whom it is about.
 */
export async function verify(
  io: Io,
  inputs: readonly string[],
  options: VerifyCommand,
): Promise<ExitCode> {
  const at = instantOr(io, '--at', options.at)
  const anchors = await Promise.all(options.anchor.map((text) => anchorOf(io, text)))
  const { trust } = await loadTrustList(await jsonOf(io, options.trustList), { anchors, at })
  const revocation =
    options.revocation === undefined
      ? undefined
      : loadRevocationList(await jsonOf(io, options.revocation))
  const codes: ExitCode[] = []
  for (const [index, text] of (await textsOf(io, inputs.length === 0 ? ['-'] : inputs)).entries()) {
    const report = await verifyCertificate(text, {
      trust,
      at,
      ...(revocation === undefined ? {} : { revocation }),
    })
    show(io, report, index, options)
    codes.push(codeOf(report.verdict))
  }
  return worst(codes)
}
