import { defineCatalogue } from '@tiemchung/core'
import { entry, errorCatalogue as ofReading } from '../errors.js'

/** The codes of `@tiemchung/x509/ca`: its own, and those of the strict reader. */
export const errorCatalogue = defineCatalogue({
  ...ofReading,
  'x509.ca.validity': entry(
    {
      vi: 'Thời hạn chứng thư số không hợp lệ hoặc vượt ra ngoài thời hạn của bên cấp.',
      en: 'The validity is empty or goes beyond that of the issuing authority.',
    },
    { vi: 'Chọn lại notBefore và notAfter.', en: 'Choose notBefore and notAfter again.' },
    'operator',
  ),
  'x509.ca.subject': entry(
    {
      vi: 'Tên chủ thể không hợp lệ.',
      en: 'The subject name is empty or has a field that is not allowed.',
    },
    {
      vi: 'Cần commonName; countryName gồm đúng hai chữ in hoa.',
      en: 'A common name is needed; a country is two capital letters.',
    },
    'operator',
  ),
  'x509.ca.key': entry(
    {
      vi: 'Khoá không dùng được: phải là P-256, P-384, P-521, Ed25519 hoặc RSA từ 2048 bit.',
      en: 'The key cannot be used: it must be P-256, P-384, P-521, Ed25519 or RSA of 2048 bits and more.',
    },
    { vi: 'Tạo khoá khác.', en: 'Make another key.' },
    'operator',
  ),
  'x509.ca.path-length': entry(
    {
      vi: 'Bên cấp này không được phép lập thêm bên cấp cấp dưới.',
      en: 'The path length of this authority allows no further authority below it.',
    },
    {
      vi: 'Nâng pathLength của bên cấp trên.',
      en: 'Raise the path length of the authority above.',
    },
    'operator',
  ),
  'x509.ca.profile': entry(
    {
      vi: 'Loại chứng thư số này có mục đích sử dụng cố định.',
      en: 'The usages of this profile are fixed.',
    },
    {
      vi: 'Bỏ keyUsage và extendedKeyUsage, hoặc dùng loại signer.',
      en: 'Leave out keyUsage and extendedKeyUsage, or use the profile signer.',
    },
  ),
  'x509.ca.request': entry(
    {
      vi: 'Yêu cầu cấp chứng thư số không đọc được hoặc chữ ký của nó sai.',
      en: 'The certificate request cannot be read or is not signed by its own key.',
    },
    {
      vi: 'Bên yêu cầu phải tạo lại yêu cầu bằng chính khoá của mình.',
      en: 'The requester must make the request again with its own key.',
    },
    'operator',
  ),
  'x509.ca.serial': entry(
    {
      vi: 'Số sê-ri không phải chuỗi thập lục phân hợp lệ, hoặc đã bị thu hồi.',
      en: 'The serial number is not hex as certificates have it, or is revoked already.',
    },
    { vi: 'Kiểm tra lại số sê-ri.', en: 'Check the serial number.' },
    'operator',
  ),
  'x509.ca.made': entry(
    {
      vi: 'Chứng thư số vừa tạo không qua được bộ đọc nghiêm ngặt nên không được trao ra.',
      en: 'What was made does not pass the strict reader, and was not handed out.',
    },
    {
      vi: 'Báo lỗi này cho người bảo trì, kèm tham số đã dùng.',
      en: 'Report this to the maintainers, with the options used.',
    },
  ),
})
