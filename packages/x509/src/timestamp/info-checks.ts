/** What is stated, against what was asked: imprint, nonce, policy. */
import { equalBytes } from '@tiemchung/core'
import { strongDigestOf } from '../certificate/digest-algorithm.js'
import { unsignedContent } from '../der/write.js'
import { readable } from '../readable.js'
import type { SignatureJudge } from '../signature/signature-judge.js'
import type { Ledger } from './ledger.js'
import type { TimestampInfo } from './read-info.js'
import type { Imprint } from './timestamp-request.js'

/** What is said to have been stamped: the message, or its hash. */
export type Stamped = { readonly message: Uint8Array } | { readonly imprint: Imprint }

/** What was asked of the authority beside the imprint. */
export interface Asked {
  /** The nonce that was sent. Absent: none is looked for. */
  readonly nonce?: Uint8Array
  /** The policy that is demanded, as object identifier. Absent: any. */
  readonly policy?: string
}

async function imprintRefusal(
  { imprint }: TimestampInfo,
  stamped: Stamped,
  judge: SignatureJudge,
): Promise<string | undefined> {
  const hash = readable(() => strongDigestOf(imprint.algorithm))
  if (hash === undefined) return 'algorithm-not-allowed'
  if ('message' in stamped) {
    const digest = await judge.digest(hash, stamped.message)
    return equalBytes(digest, imprint.digest) ? undefined : 'mismatch'
  }
  const expected = stamped.imprint
  if (expected.hash !== hash) return 'another-algorithm'
  return equalBytes(expected.digest, imprint.digest) ? undefined : 'mismatch'
}

function checkNonce({ nonce }: TimestampInfo, sent: Uint8Array | undefined, ledger: Ledger): void {
  const id = 'timestamp.nonce'
  if (sent === undefined) ledger.skip(id, 'not-asked')
  else if (nonce === undefined) ledger.note(id, 'absent')
  else ledger.note(id, equalBytes(nonce, unsignedContent(sent)) ? undefined : 'mismatch')
}

/** Notes whether a token states what was asked. */
export async function checkInfo(
  info: TimestampInfo,
  stamped: Stamped,
  asked: Asked,
  judge: SignatureJudge,
  ledger: Ledger,
): Promise<void> {
  ledger.note('timestamp.imprint', await imprintRefusal(info, stamped, judge))
  checkNonce(info, asked.nonce, ledger)
  if (asked.policy === undefined) ledger.skip('timestamp.policy', 'not-asked')
  else ledger.note('timestamp.policy', info.policy === asked.policy ? undefined : 'mismatch')
  const critical = info.extensions.find((one) => one.critical)
  if (critical === undefined) ledger.note('timestamp.critical-extensions', undefined)
  else {
    ledger.note('timestamp.critical-extensions', 'unknown-critical-extension', {
      oid: critical.oid,
    })
  }
}
