import type { AbortSignalLike, Uuid } from '@tiemchung/core'

/** What every call can say. */
export interface CallOptions {
  readonly signal?: AbortSignalLike
}

/** How a citizen follows an item: the reference and the phone that it was sent with. */
export interface Follow {
  readonly id: Uuid
  readonly reference: string
  readonly phone: string
}

/** By what a citizen is known; in headers, as addresses are logged. */
export const ownHeaders = ({ reference, phone }: Pick<Follow, 'reference' | 'phone'>) => ({
  'x-feedback-reference': reference,
  'x-feedback-phone': phone,
})
