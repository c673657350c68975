/** A draft as it lies in its store: one text for the form, one for each file. */
import { fromBase64, isUuid, ParseError, toBase64, type Uuid } from '@tiemchung/core'
import type { FeedbackRequest } from '@tiemchung/schemas'
import { errorCatalogue } from '../../errors.js'
import type { DraftFile, DraftForm, DraftStore } from './draft.js'

/** What is kept of a draft beside the bytes of its files. */
export interface Kept {
  readonly format: 'feedback-draft/1'
  readonly id: Uuid
  readonly form: DraftForm
  /** The report as it was sent off first; it is sent again letter by letter. */
  readonly sealed?: FeedbackRequest
  readonly reference?: string
  readonly confirmed?: boolean
  readonly files: readonly DraftFile[]
}

const isKept = (value: unknown): value is Kept => {
  const { format, id, form, files } = (value ?? {}) as Partial<Kept>
  const known = format === 'feedback-draft/1' && typeof id === 'string' && isUuid(id)
  return known && typeof form === 'object' && Array.isArray(files)
}

function parse(text: string): Kept {
  try {
    const value: unknown = JSON.parse(text)
    if (isKept(value)) return value
  } catch {
    // The parser's own message quotes the text.
  }
  throw new ParseError(errorCatalogue, 'feedback.draft.unreadable')
}

/** The place of one draft in a store. */
export interface DraftPlace {
  load(): Promise<Kept | undefined>
  save(kept: Kept): Promise<void>
  loadFile(id: Uuid): Promise<Uint8Array>
  saveFile(id: Uuid, bytes: Uint8Array): Promise<void>
  removeFile(id: Uuid): Promise<void>
  /** Deletes the form and these files. */
  clear(files: readonly { readonly id: Uuid }[]): Promise<void>
}

/** The place of the draft of a name. */
export function draftPlace(store: DraftStore, name: string): DraftPlace {
  const key = `feedback-draft/${name}`
  const fileKey = (id: Uuid) => `${key}/${id}`
  const removeFile = async (id: Uuid) => {
    await store.delete(fileKey(id))
  }
  return {
    load: async () => {
      const text = await store.get(key)
      return text === null || text === undefined ? undefined : parse(text)
    },
    save: async (kept) => {
      await store.put(key, JSON.stringify(kept))
    },
    loadFile: async (id) => {
      const text = await store.get(fileKey(id))
      if (typeof text === 'string') return fromBase64(text)
      throw new ParseError(errorCatalogue, 'feedback.draft.unreadable')
    },
    saveFile: async (id, bytes) => {
      await store.put(fileKey(id), toBase64(bytes))
    },
    removeFile,
    clear: async (files) => {
      for (const { id } of files) await removeFile(id)
      await store.delete(key)
    },
  }
}
