/** A page that draws a code, lets the browser make pictures of it, and reads them. */
import { qrPng, qrSvg } from '@tiemchung/certificates/qr'
import { readQrCodes } from '@tiemchung/certificates/qr/read'

const text = `HC1:${'A1B2'.repeat(200)}`

/** The modules of a code on a canvas, whose ground is transparent black unless it is filled. */
function canvasOf(ground) {
  const svg = qrSvg(text)
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)[1])
  const canvas = new OffscreenCanvas(side * 4, side * 4)
  const context = canvas.getContext('2d')
  if (ground !== undefined) {
    context.fillStyle = ground
    context.fillRect(0, 0, side * 4, side * 4)
  }
  context.scale(4, 4)
  context.fillStyle = '#000'
  context.fill(new Path2D(/<path d="([^"]+)"/.exec(svg)[1]))
  return canvas
}

async function bytesOf(canvas, type) {
  const blob = await canvas.convertToBlob({ type, quality: 0.7 })
  return new Uint8Array(await blob.arrayBuffer())
}

async function codeOf(read) {
  try {
    return await read()
  } catch (error) {
    return error.code ?? String(error)
  }
}

async function ask() {
  const without = await codeOf(() => readQrCodes(qrPng(text)))
  const response = await fetch('/zxing_reader.wasm')
  const decoder = new Uint8Array(await response.arrayBuffer())
  const pictures = {
    png: qrPng(text),
    transparent: await bytesOf(canvasOf(), 'image/png'),
    jpeg: await bytesOf(canvasOf('#fff'), 'image/jpeg'),
    webp: await bytesOf(canvasOf('#fff'), 'image/webp'),
  }
  const answer = { without }
  for (const [name, picture] of Object.entries(pictures)) {
    answer[name] = await codeOf(async () => {
      const codes = await readQrCodes(picture, { decoder })
      return codes
        .map((code) => `${code.text === text} ${code.version} ${code.alphanumeric}`)
        .join()
    })
  }
  return answer
}

globalThis.answer = ask()
