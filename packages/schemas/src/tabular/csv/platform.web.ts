/** The CSV parser with a stream of its own, for browsers and workers. */
export { CsvError, parse } from 'csv-parse/browser/esm'
