import { canonicalBytes, formatInstant, type Issue, toHex, type Uuid } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import type {
  HandOverDocument,
  ReturnedDocument,
  VerificationRequest,
} from '@tiemchung/schemas/wire'
import type { CorrectionActor } from '../route/correction-event.js'
import { checkFindings, listIssue } from './check-findings.js'
import { readListDocument } from './read-list-document.js'
import { readListWorkbook } from './read-list-workbook.js'
import type { ListSignature, SignatureFinding, VerifyListSignature } from './sign-list.js'

/** A file that came back: the workbook, or the document as canonical JSON. */
export interface ReturnedFile {
  readonly content: Uint8Array
  readonly signature?: ListSignature
}

/** What a returned list is judged by. */
export interface ReadReturnedOptions {
  /** The list as it was handed over. */
  readonly sent: HandOverDocument
  readonly verifySignature: VerifyListSignature
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly crypto?: CryptoProvider
}

/** What is kept on file of a list (2262/BYT-CNTT, step 3), beside the file itself. */
export interface ArchivedList {
  readonly format: 'archived-list/1'
  readonly listId: Uuid
  /** SHA-256 of the list as it was handed over, and of the file that came back. */
  readonly sentHash: string
  readonly hash: string
  readonly signature: ListSignature
  readonly signer: CorrectionActor
  readonly receivedAt: string
  readonly receivedBy: string
}

/** A person to be matched again: officer, consent and id are the caller's to add. */
export type AskAgain = Pick<VerificationRequest, 'number' | 'fullName' | 'birthDate' | 'sex'> & {
  readonly recordId: Uuid
}

/** All of a list, or nothing of it. */
export type ReturnedReading =
  | {
      readonly verdict: 'accepted'
      readonly findings: ReturnedDocument['findings']
      /** Whom to ask about again; cases that were left open are not among them. */
      readonly again: readonly AskAgain[]
      readonly archive: ArchivedList
    }
  | { readonly verdict: 'refused'; readonly issues: readonly Issue[] }

const hashOf = async (content: Uint8Array, crypto: CryptoProvider) =>
  toHex(await crypto.digest('SHA-256', content))

/** Who signed, when it is the police of the list's commune; else what is wrong. */
function signerOf({ verdict, signer }: SignatureFinding, unit: string): CorrectionActor | Issue {
  if (verdict === 'invalid') return listIssue('identity.list.signature')
  if (verdict !== 'valid' || signer === undefined) {
    return listIssue('identity.list.signature-unknown')
  }
  const isPolice = signer.office === 'police' && signer.unit === unit
  return isPolice ? signer : listIssue('identity.list.wrong-signer')
}

function againOf(sent: HandOverDocument, findings: ReturnedDocument['findings']) {
  const byRecord = new Map(findings.map((one) => [one.recordId, one]))
  return sent.rows.flatMap(({ recordId, claimed }): AskAgain[] => {
    const finding = byRecord.get(recordId)
    if (finding === undefined || finding.outcome === 'left-open') return []
    const { corrected = {} } = finding
    const { fullName = claimed.fullName, birthDate = claimed.birthDate } = corrected
    const { number = claimed.number ?? '', sex = claimed.sex } = corrected
    return [{ recordId, number, fullName, birthDate, sex }]
  })
}

const isWorkbook = (content: Uint8Array) => content[0] === 0x50 && content[1] === 0x4b

/**
 * Reads a list that came back: signed by the police of its commune, the same list, nobody added or dropped,
 * nothing changed but what may be. All of it is taken, or nothing is.
 *
 * What was found is evidence and not yet a match: everybody in `again` is to be asked about anew. Keep the
 * file under the hash of `archive`.
 *
 * @throws what `verifySignature` throws
 */
export async function readReturnedList(
  { content, signature }: ReturnedFile,
  options: ReadReturnedOptions,
): Promise<ReturnedReading> {
  const { sent, crypto = systemCrypto } = options
  const refuse = (...issues: readonly Issue[]): ReturnedReading => ({ verdict: 'refused', issues })
  if (signature === undefined) return refuse(listIssue('identity.list.unsigned'))
  const signer = signerOf(await options.verifySignature(content, signature), sent.unit)
  if ('code' in signer) return refuse(signer)
  const read = isWorkbook(content)
    ? await readListWorkbook(content, sent)
    : readListDocument(content, sent)
  if (read.issues.length > 0) return refuse(...read.issues)
  const issues = checkFindings(sent, read.findings)
  if (issues.length > 0) return refuse(...issues)
  const archive: ArchivedList = {
    format: 'archived-list/1',
    listId: sent.id,
    sentHash: await hashOf(canonicalBytes(sent), crypto),
    hash: await hashOf(content, crypto),
    signature,
    signer,
    receivedAt: formatInstant(options.receivedAt),
    receivedBy: options.receivedBy,
  }
  return {
    verdict: 'accepted',
    findings: read.findings,
    again: againOf(sent, read.findings),
    archive,
  }
}
