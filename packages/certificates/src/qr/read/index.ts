export { defaultPictureLimits, type PictureLimits } from './limits.js'
export { type QrReadOptions, readQrCodes } from './read-qr-codes.js'
export type { QrCorner, QrReading } from './reading.js'
