import { type Actor, defineCatalogue, type Sentences } from '@tiemchung/core'

function entry(says: Sentences, todo: Sentences, who: Actor = 'signer') {
  return { says, who, todo }
}

const exportAgain: Sentences = {
  vi: 'Xuất lại tệp PKCS#12 từ nơi giữ khoá, có khoá và chứng thư số của nó.',
  en: 'Export the PKCS#12 file again from where the key is kept, with the key and its certificate.',
}

const makeAgain: Sentences = {
  vi: 'Tạo lại tệp: openssl pkcs12 -in CU.p12 -nodes | openssl pkcs12 -export -out MOI.p12',
  en: 'Make it again: openssl pkcs12 -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12',
}

/** The codes of `@tiemchung/signer-pkcs12`; a wrong password is `signing.password`. */
export const errorCatalogue = defineCatalogue({
  'signing.pkcs12.malformed': entry(
    {
      vi: 'Tệp không phải PKCS#12, hoặc bị hỏng.',
      en: 'The file is not PKCS#12, or it is damaged.',
    },
    exportAgain,
  ),
  'signing.pkcs12.legacy': entry(
    {
      vi: 'Tệp PKCS#12 được khoá bằng RC2, RC4, DES hoặc 3DES, là những cách không còn an toàn.',
      en: 'The PKCS#12 file is locked with RC2, RC4, DES or 3DES, which are no longer safe.',
    },
    {
      vi: 'Chuyển đổi tệp: openssl pkcs12 -legacy -in CU.p12 -nodes | openssl pkcs12 -export -out MOI.p12',
      en: 'Convert it: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12',
    },
  ),
  'signing.pkcs12.unsupported': entry(
    {
      vi: 'Tệp PKCS#12 được khoá bằng cách mà gói này không đọc.',
      en: 'The PKCS#12 file is locked in a way that this package does not read.',
    },
    makeAgain,
  ),
  'signing.pkcs12.integrity': entry(
    {
      vi: 'Tệp PKCS#12 không được bảo vệ đủ chống sửa đổi.',
      en: 'The PKCS#12 file is not protected well enough against change.',
    },
    makeAgain,
  ),
  'signing.pkcs12.mac-rounds': entry(
    {
      vi: 'Mã kiểm tra của tệp PKCS#12 chỉ dùng {rounds} vòng; ít nhất phải 2.048.',
      en: "The PKCS#12 file's check uses {rounds} rounds; 2,048 is the least.",
    },
    makeAgain,
  ),
  'signing.pkcs12.no-mac': entry(
    {
      vi: 'Tệp PKCS#12 không có mã kiểm tra: ai cũng có thể đã sửa nó.',
      en: 'The PKCS#12 file has no check: anybody may have changed it.',
    },
    makeAgain,
  ),
  'signing.pkcs12.open-key': entry(
    {
      vi: 'Khoá trong tệp PKCS#12 không được mã hoá.',
      en: 'The key in the PKCS#12 file is not encrypted.',
    },
    makeAgain,
  ),
  'signing.pkcs12.no-key': entry(
    { vi: 'Tệp PKCS#12 không có khoá ký.', en: 'The PKCS#12 file holds no private key.' },
    exportAgain,
  ),
  'signing.pkcs12.no-certificate': entry(
    {
      vi: 'Không có chứng thư số nào trong tệp PKCS#12 thuộc về khoá trong tệp, hoặc khoá không dùng được với thuật toán đã chọn.',
      en: 'No certificate in the PKCS#12 file belongs to its key, or the key does not fit the algorithm.',
    },
    exportAgain,
  ),
  'signing.pkcs12.several': entry(
    {
      vi: 'Tệp PKCS#12 có nhiều cặp khoá và chứng thư số.',
      en: 'The PKCS#12 file holds several pairs of key and certificate.',
    },
    {
      vi: 'Chọn một cặp: truyền dấu vân tay của chứng thư số vào certificate; danh sách kèm theo lỗi này.',
      en: 'Choose one: pass the fingerprint of its certificate as certificate; they come with this error.',
    },
  ),
  'signing.pkcs12.pair': entry(
    {
      vi: 'Cặp khoá của chứng thư số có SHA-256 {fingerprint}.',
      en: 'The pair of the certificate with SHA-256 {fingerprint}.',
    },
    {
      vi: 'Truyền dấu vân tay này vào certificate để chọn cặp này.',
      en: 'Pass this fingerprint as certificate to choose it.',
    },
  ),
})
