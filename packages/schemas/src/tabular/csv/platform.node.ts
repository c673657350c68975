/** The CSV parser where there is a `node:stream`. */
export { CsvError, parse } from 'csv-parse'
