/** The host's abort controllers and Blobs, which have no place in a signature. */

/** A new abort controller of the host. */
export const abortController = (): AbortController => new AbortController()

/** Whether a value is a Blob that the host's own requests can stream. */
export const isHostBlob = (value: unknown): value is Blob => value instanceof Blob
