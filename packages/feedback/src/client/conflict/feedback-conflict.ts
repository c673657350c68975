import { type Catalogue, hasCode, HttpError } from '@tiemchung/core'
import { type FeedbackItem, feedbackItemSchema } from '@tiemchung/schemas'
import { errorCatalogue } from '../../errors.js'

const catalogue: Catalogue = errorCatalogue

/**
 * Somebody else acted on the item first. `current` is the item as it stands now; it is in no message, no
 * JSON and no inspection of the error, as it holds a person.
 */
export class FeedbackConflict extends HttpError {
  readonly #current: FeedbackItem | undefined

  /** Made by the clients. */
  constructor(cause: HttpError, current: FeedbackItem | undefined) {
    const { status = 409, requestId } = cause
    super(catalogue, 'feedback.conflict', {
      status,
      cause,
      ...(requestId === undefined ? {} : { requestId }),
    })
    this.#current = current
  }

  /** The item as it stands; undefined where the platform did not say, or said something else. */
  get current(): FeedbackItem | undefined {
    return this.#current
  }
}

/** Whether a caught value says that somebody else acted first, whichever copy of the package made it. */
export function isFeedbackConflict(caught: unknown): caught is FeedbackConflict {
  return hasCode(caught, 'feedback.conflict') && 'current' in caught
}

/** The item in a problem document, when it is one. */
function currentOf(document: unknown): FeedbackItem | undefined {
  const { current } = (document ?? {}) as { current?: unknown }
  const read = feedbackItemSchema.safeParse(current)
  return read.success ? read.data : undefined
}

/** Makes a call, and of a 409 the conflict that it is; everything else goes on as it came. */
export async function orConflict<Data>(
  call: (onProblem: (document: unknown) => void) => Promise<Data>,
): Promise<Data> {
  let told: unknown
  try {
    return await call((document) => {
      told = document
    })
  } catch (caught) {
    if (hasCode(caught, 'http.status') && (caught as HttpError).status === 409) {
      throw new FeedbackConflict(caught as HttpError, currentOf(told))
    }
    throw caught
  }
}
