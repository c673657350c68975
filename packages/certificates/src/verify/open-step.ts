/** Step 1: open the text. */
import { EnvelopeFault } from '../envelope/fault.js'
import { type OpenedEnvelope, openEnvelope } from '../envelope/open-envelope.js'
import { type CertificateCheckId, certificateCheckIds } from './check-ids.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'

const envelopeChecks = /* @__PURE__ */ certificateCheckIds.filter((id) =>
  id.startsWith('envelope.'),
)

function checkOf(code: string): CertificateCheckId {
  return envelopeChecks.find((id) => code === id || code.startsWith(`${id}.`)) ?? 'envelope.prefix'
}

/** The opened text, or undefined when a check of the envelope failed. */
export function openStep(
  text: string,
  { profile }: VerifyContext,
  ledger: Ledger,
): OpenedEnvelope | undefined {
  try {
    const opened = openEnvelope(text, profile)
    for (const id of envelopeChecks) ledger.pass(id)
    ledger.note(opened.tolerances)
    return opened
  } catch (cause) {
    if (!(cause instanceof EnvelopeFault)) throw cause
    const failing = checkOf(cause.code)
    for (const id of envelopeChecks.slice(0, envelopeChecks.indexOf(failing))) ledger.pass(id)
    ledger.fail(failing, cause.code, cause.params)
    return undefined
  }
}
