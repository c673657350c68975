/**
 * The forms in which a file may have been locked with a password: as it was given, then composed (NFC) and
 * decomposed (NFD). Vietnamese input methods write the same letters in different ways, and a file, unlike a
 * token, does not count attempts.
 */
export function passwordForms(password: string): readonly string[] {
  return [...new Set([password, password.normalize('NFC'), password.normalize('NFD')])]
}
