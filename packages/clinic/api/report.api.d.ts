// The public surface of @tiemchung/clinic/report. Written by `node tools/run.mjs surface --write`.

export function dayReportCsv(report: DayReport, language: Language): string;

export function dayReportPage(report: DayReport, language: Language): string;
