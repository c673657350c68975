import type { SdkError, Uuid } from '@tiemchung/core'
import type { Evidence, FeedbackItem, FeedbackRequest } from '@tiemchung/schemas'
import type { NoticedDose } from '@tiemchung/schemas/wire'
import type { CallOptions, Follow } from '../call-options.js'

/** Where drafts are kept on a device: texts by key, such as `localStorage` behind three lines. */
export interface DraftStore {
  get(key: string): Promise<string | null | undefined> | string | null | undefined
  put(key: string, text: string): Promise<void> | void
  delete(key: string): Promise<void> | void
}

/** A form that is being filled in: what the report will be made of. */
export type DraftForm = Partial<Omit<FeedbackRequest, 'format' | 'id'>>

/** A file of a draft, and how far it has come. */
export interface DraftFile extends Evidence {
  /** Bytes that the platform has. */
  readonly sent: number
  /** `refused`: the platform does not want it, and it is not sent again. */
  readonly state: 'kept' | 'sent' | 'refused'
}

/** A draft as it stands. */
export interface DraftState {
  /** The id of the report, chosen once. */
  readonly id: Uuid
  readonly form: DraftForm
  readonly files: readonly DraftFile[]
  /**
   * `open`: it can be changed; `sealed`: it is on its way; `handed-over`: the platform has it and waits for the
   * code; `confirmed`: it counts, and files are still to be sent.
   */
  readonly stage: 'open' | 'sealed' | 'handed-over' | 'confirmed'
  /** What to follow the report by, once the platform has it. */
  readonly follow?: Follow
}

/** How far the files of a draft have come. */
export interface DraftProgress {
  /** The file that is being sent. */
  readonly file: Uuid
  readonly sent: number
  readonly total: number
}

/** What sending can say. */
export interface SendOptions extends CallOptions {
  /** Told of bytes of all files together. What it throws ends the sending. */
  readonly onProgress?: (progress: DraftProgress) => void
}

/** What became of sending. */
export interface SendOutcome {
  /** What the report is followed by; absent while the platform does not have it. */
  readonly follow?: Follow
  /** Files that are still to be sent. */
  readonly left: readonly DraftFile[]
  /** Files that the platform does not want. */
  readonly refused: readonly DraftFile[]
  /** Why it stopped before all was sent; send again when it may pass. */
  readonly failure?: SdkError
}

/** A report that is kept on the device until it is confirmed. */
export interface Draft {
  state(): DraftState
  /**
   * Changes members of the form; undefined takes one out. Not checked before it is sent.
   *
   * @throws InputError `feedback.draft.sealed` once it has been sent off
   */
  change(form: { readonly [Key in keyof DraftForm]: DraftForm[Key] | undefined }): Promise<void>
  /**
   * Keeps a photo or PDF, cleaned and checked. The same file again is the one that is there.
   *
   * @throws InputError `feedback.evidence` with its issues
   */
  addEvidence(bytes: Uint8Array): Promise<DraftFile>
  /** Takes a file out that the platform does not have. */
  removeEvidence(id: Uuid): Promise<void>
  /**
   * Fills in the dose that a notice is about, by its address or its reference.
   *
   * @throws InputError `feedback.notice.reference`, `feedback.draft.sealed`
   * @throws HttpError
   */
  startFromNotice(link: string, options?: CallOptions): Promise<NoticedDose>
  /**
   * Hands the report over, once and under its own id whatever the network does, then sends the files from
   * where they are. Two calls at a time are one.
   *
   * @throws ParseError `schema.invalid` with an issue for each field of the form
   * @throws HttpError `http.status` when the platform refuses the report; it can then be changed again
   */
  send(options?: SendOptions): Promise<SendOutcome>
  /**
   * Confirms with the one-time code. The draft is deleted, but for files that are still to be sent: `send`
   * sends them and deletes it then.
   *
   * @throws InputError `feedback.draft.unsent`
   * @throws HttpError
   */
  confirm(code: string, options?: CallOptions): Promise<FeedbackItem>
  /**
   * Has another one-time code sent, as `resendCode` of the client does.
   *
   * @throws InputError `feedback.draft.unsent`
   * @throws HttpError
   */
  resendCode(options?: CallOptions): Promise<void>
  /** Deletes everything that is kept of it. What the platform has, stays there. */
  discard(): Promise<void>
}
