export { type CertificateFields, type CertificatePrint, certificateSvg } from './certificate-svg.js'
export { type QrOptions, qrSvg } from './qr-svg.js'
