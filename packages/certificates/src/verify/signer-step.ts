/** Step 4: whether the signer may stand behind this certificate: chain, validity, usage, country. */
import type { OpenedEnvelope } from '../envelope/open-envelope.js'
import type { SoundTimes } from './claims-step.js'
import type { VerifyContext } from './context.js'
import type { Ledger } from './ledger.js'
import { claimedType } from '../payload/read-payload.js'
import type { TrustedKey } from './trust/trusted-key.js'

async function checkChain(key: TrustedKey, context: VerifyContext, ledger: Ledger): Promise<void> {
  if (context.chain === undefined) return ledger.skip('signer.chain', 'no-chain-verifier')
  if (key.certificate === undefined) return ledger.unknown('signer.chain', 'no-certificate')
  const { verdict } = await context.chain(key, context.at)
  if (verdict === 'valid') ledger.pass('signer.chain')
  else if (verdict === 'invalid') ledger.fail('signer.chain', 'chain-not-valid')
  else ledger.unknown('signer.chain', 'chain-undecided')
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

async function judge(
  key: TrustedKey,
  opened: OpenedEnvelope,
  times: SoundTimes,
  context: VerifyContext,
  ledger: Ledger,
): Promise<Ledger> {
  await checkChain(key, context, ledger)
  checkValidity(key, context, ledger)
  checkUsage(key, opened, ledger)
  checkCountry(key, opened, context, ledger)
  checkWithinSigner(key, times, ledger)
  return ledger
}

/** The signer that stands up to every check, else the first of them, with the book of its checks. */
export async function signerStep(
  signers: readonly [TrustedKey, ...TrustedKey[]],
  opened: OpenedEnvelope,
  times: SoundTimes,
  context: VerifyContext,
  ledger: Ledger,
): Promise<{ readonly signer: TrustedKey; readonly ledger: Ledger }> {
  const [first, ...others] = signers
  const before = others.length === 0 ? ledger : ledger.fork()
  const judged = await judge(first, opened, times, context, before)
  for (const signer of others) {
    if (judged.stands) break
    const attempt = await judge(signer, opened, times, context, ledger.fork())
    if (attempt.stands) return { signer, ledger: attempt }
  }
  return { signer: first, ledger: judged }
}
