/** How much of a stranger's picture is looked at. */

/** Sizes beyond which a picture is refused unread. */
export interface PictureLimits {
  /** Bytes of the file. By default 16 MiB. */
  readonly bytes: number
  /** Pixels, width by height. By default 25 million: a page of A4 at 500 dpi. */
  readonly pixels: number
}

/** The limits unless others are given. */
export const defaultPictureLimits: PictureLimits = { bytes: 16 * 1024 * 1024, pixels: 25_000_000 }

/** Scans of a JPEG: encoders write about ten, and thousands would be read for minutes. */
export const mostScans = 100
