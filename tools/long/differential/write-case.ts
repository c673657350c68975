/** A plan into octets. */
import { toPem } from '@tiemchung/core'
import { bytes, listToBeSigned, sequence, timeOf, tlv, toBeSigned } from './der.js'
import { keyOf } from './keys.js'
import { writeName } from './names.js'
import type { CasePlan, CertificatePlan, ListPlan } from './plan.js'
import { anchorOf, leafOf } from './plan.js'
import { identifiers, signatureOf } from './sign.js'

/** What both sides are given. */
export interface Papers {
  readonly leaf: Uint8Array
  readonly intermediates: readonly Uint8Array[]
  readonly anchor: Uint8Array
  readonly lists: readonly Uint8Array[]
}

const bits = (signature: Uint8Array): Uint8Array => tlv(0x03, bytes(0), signature)

/** A certificate as planned. */
export function writeCertificate(plan: CertificatePlan): Uint8Array {
  const inner = plan.fields.innerAlgorithm ?? identifiers[plan.algorithm]
  const fields = {
    innerAlgorithm: inner,
    issuer: writeName(plan.issuer),
    subject: writeName(plan.subject),
    notBefore: timeOf(plan.notBefore),
    notAfter: timeOf(plan.notAfter),
    extensions: [...plan.extensions.values()],
    ...plan.fields,
  }
  const tbs = toBeSigned(fields, keyOf(plan.key))
  const signature = signatureOf(plan.signer, plan.algorithm, tbs)
  const kept = plan.resign?.(signature, tbs) ?? signature
  const der = sequence(tbs, plan.fields.outerAlgorithm ?? inner, bits(kept))
  return plan.rewrite?.(der) ?? der
}

/** A list as planned. */
export function writeList(plan: ListPlan): Uint8Array {
  const innerAlgorithm = identifiers[plan.algorithm]
  const tbs = listToBeSigned({ innerAlgorithm, issuer: writeName(plan.issuer), ...plan.fields })
  const signature = signatureOf(plan.signer, plan.algorithm, tbs)
  return sequence(tbs, innerAlgorithm, bits(plan.resign?.(signature) ?? signature))
}

/** Everything of a case. */
export function writeCase(plan: CasePlan): Papers {
  const middles = plan.chain.slice(1, -1).filter((one) => !plan.withheld.has(one))
  return {
    leaf: writeCertificate(leafOf(plan)),
    intermediates: [...middles, ...plan.extras].map(writeCertificate),
    anchor: writeCertificate(anchorOf(plan)),
    lists: plan.lists.map(writeList),
  }
}

/** The files that OpenSSL reads, by name. */
export function filesOf({ leaf, intermediates, anchor, lists }: Papers): Record<string, string> {
  const pem = (ders: readonly Uint8Array[], label: 'CERTIFICATE' | 'X509 CRL') =>
    ders.map((der) => toPem(der, label)).join('')
  return {
    'leaf.pem': pem([leaf], 'CERTIFICATE'),
    'anchor.pem': pem([anchor], 'CERTIFICATE'),
    ...(intermediates.length === 0 ? {} : { 'untrusted.pem': pem(intermediates, 'CERTIFICATE') }),
    ...(lists.length === 0 ? {} : { 'lists.pem': pem(lists, 'X509 CRL') }),
  }
}
