/** A server that checks an uploaded PL1 list and answers with the issues of its rows. Nothing is kept. */
import process from 'node:process'
import express from 'express'
import { isSdkError, ParseError } from '@tiemchung/core'
import { readPl1 } from '@tiemchung/schemas/tabular'

const formats = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
}
const types = Object.keys(formats)
const languageOf = (request) => request.acceptsLanguages('vi', 'en') || 'vi'

const app = express()
app.disable('x-powered-by')

app.post('/lists/check', express.raw({ type: types, limit: '10mb' }), async (request, response) => {
  const type = request.is(types)
  if (!type) return response.status(415).set('Accept-Post', types.join(', ')).end()
  const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array()
  const { rows, issues, refused } = await readPl1(body, { format: formats[type] })
  const language = languageOf(request)
  response
    .status(refused === 0 ? 200 : 422)
    .set('Cache-Control', 'no-store')
    .json({
      accepted: rows.length,
      refused,
      // a suggestion is a person's data and not enumerable: it stays here
      issues: issues.map(({ row, column, heading, severity, code, message }) => ({
        row,
        column,
        heading,
        severity,
        code,
        says: message[language],
      })),
    })
})

/** A file that cannot be read is the sender's to mend: code, sentence, what to do. All else is ours. */
app.use((error, request, response, _next) => {
  const language = languageOf(request)
  if (error instanceof ParseError) {
    const { code, sentences, todo } = error
    response.status(422).json({ code, says: sentences[language], todo: todo[language] })
    return
  }
  const status = isSdkError(error) ? 500 : (error.status ?? 500)
  console.error(status, isSdkError(error) ? error.code : error.name)
  response.status(status).end()
})

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/lists/check`)
})
