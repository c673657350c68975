export { type CertificateFields, type CertificatePrint, certificateSvg } from './certificate-svg.js'
export type { QrOptions } from './draw-qr.js'
export { qrPng, type QrPngOptions } from './qr-png.js'
export { qrSvg } from './qr-svg.js'
