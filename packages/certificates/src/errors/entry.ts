import type { CatalogueEntry } from '@tiemchung/core'

const again = {
  vi: 'Quét lại mã QR; nếu vẫn lỗi, đề nghị nơi cấp kiểm tra chứng nhận.',
  en: 'Scan the code again; if that does not help, ask the issuer to check the certificate.',
}

const anotherPicture = {
  vi: 'Chụp hoặc lưu lại mã QR thành ảnh PNG hoặc JPEG, rồi thử lại.',
  en: 'Take or save the code as a PNG or JPEG picture again, and try once more.',
}

/** A fault of the text itself: the holder can only scan again or go back to the issuer. */
export function malformed(vi: string, en: string): CatalogueEntry {
  return { says: { vi, en }, who: 'citizen', todo: again }
}

/** A fault of a picture: whoever has it takes another one. */
export function picture(vi: string, en: string): CatalogueEntry {
  return { says: { vi, en }, who: 'citizen', todo: anotherPicture }
}

/** A mistake of the program that calls. */
export function developer(vi: string, en: string, todoVi: string, todoEn: string): CatalogueEntry {
  return { says: { vi, en }, who: 'developer', todo: { vi: todoVi, en: todoEn } }
}

/** Data that somebody entered wrong. */
export function dataEntry(vi: string, en: string, todoVi: string, todoEn: string): CatalogueEntry {
  return { says: { vi, en }, who: 'data-entry', todo: { vi: todoVi, en: todoEn } }
}

/** Something that whoever runs the machine has to set right. */
export function operator(vi: string, en: string, todoVi: string, todoEn: string): CatalogueEntry {
  return { says: { vi, en }, who: 'operator', todo: { vi: todoVi, en: todoEn } }
}
