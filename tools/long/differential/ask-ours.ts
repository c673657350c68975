/** What `verifyPath` says of a case. */
import { openChecks } from '@tiemchung/core'
import { type Purpose, verifyPath } from '@tiemchung/x509'
import type { Answer } from './ask-openssl.js'
import { type CasePlan, purposes } from './plan.js'
import type { Papers } from './write-case.js'

/**
 * The purpose as OpenSSL has it, so that the two are asked the same: an absent usage restricts nothing, and
 * any usage stands for none in particular.
 */
function purposeOf({ shape }: CasePlan): Purpose | undefined {
  if (shape.purpose === undefined) return undefined
  const { usage, keyUsage, critical } = purposes[shape.purpose]
  return {
    id: shape.purpose,
    keyUsage,
    extendedKeyUsage: [usage],
    acceptsUnrestricted: !critical,
    anyUsageCounts: 'nowhere',
  }
}

/** Asks ours. */
export async function askOurs(plan: CasePlan, papers: Papers): Promise<Answer> {
  const { at, policy, shape } = plan
  const purpose = purposeOf(plan)
  const { leaf, intermediates, anchor, lists } = papers
  const report = await verifyPath({
    leaf,
    intermediates,
    anchors: [{ certificate: anchor }],
    at,
    ...(purpose === undefined ? {} : { purpose }),
    ...(policy === undefined ? {} : { policy }),
    ...(shape.lists ? { revocation: { crls: lists } } : {}),
  })
  const open = openChecks(report).map(({ id, reason = '' }) => `${id} ${reason}`)
  const aside = report.setAside.map(({ from, code }) => `${from} ${code}`)
  return { accepts: report.verdict === 'valid', reasons: [...open, ...aside] }
}
