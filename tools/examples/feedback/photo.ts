/** A photo of an invented paper, with the place at which it was taken. */
import type { Browser } from 'playwright-core'

const paper = `<body style="margin:0;background:#888"><div style="margin:40px;padding:40px;background:#fffef5;
font:28px serif;width:640px"><p style="text-align:center"><b>GIẤY XÁC NHẬN ĐÃ TIÊM VẮC XIN</b><br>(mẫu, không có giá trị)</p>
<p>Họ và tên: <b>Nguyễn Thị Mẫu</b><br>Ngày sinh: 02/09/2014 &nbsp; Giới tính: <b>Nữ</b></p>
<p>Mũi 2: Comirnaty 10 µg, ngày 20/05/2022<br>Trạm Y tế phường Mẫu</p></div></body>`

/** Exif with a position (EXIF 2.32, section 4.6.6): latitude north, 21 degrees. */
function placeSegment(): Buffer {
  const tiff = Buffer.alloc(68)
  tiff.write('II', 0)
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  tiff.writeUInt16LE(1, 8)
  entry(10, 0x8825, 4, 1, 26)
  tiff.writeUInt16LE(2, 26)
  entry(28, 0x0001, 2, 2, 0x4e)
  entry(40, 0x0002, 5, 1, 58)
  tiff.writeUInt32LE(21, 58)
  tiff.writeUInt32LE(1, 62)
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Whether there is Exif in a photo, which is where cameras write the place. */
export const holdsPlace = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('Exif')

export async function takePhoto(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 800, height: 520 } })
  await page.setContent(paper)
  const plain = await page.screenshot({ type: 'jpeg', quality: 80 })
  await page.close()
  return Buffer.concat([plain.subarray(0, 2), placeSegment(), plain.subarray(2)])
}
