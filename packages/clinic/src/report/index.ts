/** Day reports for people: a page and a spreadsheet. */
export { dayReportCsv } from './day-report-csv.js'
export { dayReportPage } from './day-report-page.js'
