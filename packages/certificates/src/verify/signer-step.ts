/** Step 4: whether the signer may stand behind this certificate: chain, validity, usage, country. */
import { after, type MaybePromise, someInTurn } from '@tiemchung/core/crypto'
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import type { SoundTimes } from './claims-step.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'
import { claimedType } from '../payload/read-payload.js'
import type { TrustedKey } from './trust/trusted-key.js'

function checkChain(
  key: TrustedKey,
  { chain, at }: VerifyContext,
  ledger: Ledger,
): MaybePromise<void> {
  if (chain === undefined) return ledger.skip('signer.chain', 'no-chain-verifier')
  if (key.certificate === undefined) return ledger.unknown('signer.chain', 'no-certificate')
  return after(chain(key, at), ({ verdict }) => {
    if (verdict === 'valid') ledger.pass('signer.chain')
    else if (verdict === 'invalid') ledger.fail('signer.chain', 'chain-not-valid')
    else ledger.unknown('signer.chain', 'chain-undecided')
  })
}

function checkValidity(key: TrustedKey, { at }: VerifyContext, ledger: Ledger): void {
  const { notBefore, notAfter } = key
  if (notBefore === undefined || notAfter === undefined) {
    return ledger.skip('signer.validity', 'not-stated')
  }
  const now = at.getTime()
  if (!(notBefore.getTime() <= now)) return ledger.fail('signer.validity', 'signer-not-yet-valid')
  if (!(now <= notAfter.getTime())) return ledger.fail('signer.validity', 'signer-expired')
  ledger.pass('signer.validity')
}

function checkUsage(key: TrustedKey, { claims }: OpenedEnvelope, ledger: Ledger): void {
  const type = claimedType(claims.payload)
  if (type === undefined) return ledger.fail('signer.usage', 'type-unclear')
  if (key.usages === undefined || key.usages.includes(type)) return ledger.pass('signer.usage')
  ledger.fail('signer.usage', 'usage-not-allowed')
}

/** Without this, any listed country could issue in the name of any other. */
function checkCountry(
  key: TrustedKey,
  { claims }: OpenedEnvelope,
  { profile }: VerifyContext,
  ledger: Ledger,
): void {
  const { issuer } = claims
  if (issuer === undefined) return ledger.skip('signer.country', 'issuer-missing')
  if (!/^[A-Z]{2}$/.test(issuer)) return ledger.passBy('signer.country', 'issuer-not-a-country')
  if (key.country === undefined) return ledger.skip('signer.country', 'not-stated')
  const aliases = profile.countryAliases[issuer] ?? []
  const same = key.country === issuer || aliases.includes(key.country)
  if (same) ledger.pass('signer.country')
  else ledger.fail('signer.country', 'country-differs')
}

function checkWithinSigner(key: TrustedKey, times: SoundTimes, ledger: Ledger): void {
  const { notBefore, notAfter } = key
  const { issuedAt, expiresAt } = times
  if (issuedAt === undefined || expiresAt === undefined) return
  if (notBefore === undefined || notAfter === undefined) {
    return ledger.skip('cwt.within-signer', 'not-stated')
  }
  const inside = notBefore.getTime() <= issuedAt * 1000 && expiresAt * 1000 <= notAfter.getTime()
  if (inside) ledger.pass('cwt.within-signer')
  else ledger.passBy('cwt.within-signer', 'beyond-signer')
}

function judge(
  key: TrustedKey,
  opened: OpenedEnvelope,
  times: SoundTimes,
  context: VerifyContext,
  ledger: Ledger,
): MaybePromise<JudgedSigner> {
  return after(checkChain(key, context, ledger), () => {
    checkValidity(key, context, ledger)
    checkUsage(key, opened, ledger)
    checkCountry(key, opened, context, ledger)
    checkWithinSigner(key, times, ledger)
    return { signer: key, ledger }
  })
}

/** A signer, and the book of its checks. */
export interface JudgedSigner {
  readonly signer: TrustedKey
  readonly ledger: Ledger
}

/** The signer that stands up to every check, else the first of them, with the book of its checks. */
export function signerStep(
  [first, ...others]: readonly [TrustedKey, ...TrustedKey[]],
  opened: OpenedEnvelope,
  times: SoundTimes,
  context: VerifyContext,
  ledger: Ledger,
): MaybePromise<JudgedSigner> {
  const judged = judge(first, opened, times, context, others.length === 0 ? ledger : ledger.fork())
  if (others.length === 0) return judged
  return after(judged, (best) => {
    let found = best
    const tried = someInTurn([first, ...others], (signer) => {
      const attempt = signer === first ? best : judge(signer, opened, times, context, ledger.fork())
      return after(attempt, (one) => {
        if (one.ledger.stands) found = one
        return one.ledger.stands
      })
    })
    return after(tried, () => found)
  })
}
