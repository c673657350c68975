const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/**
 * Text as it may stand in HTML or XML, between tags and in quoted attributes alike. The control characters
 * that XML 1.0 cannot hold are left out.
 */
export const escapeMarkup = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
