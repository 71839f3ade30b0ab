import type { table as zhCN } from '../zh-CN/table.ts'

export const table = {
  'table.empty': 'The file is empty (0 bytes). Check it and upload again.',
  'table.notXlsx':
    'This is neither an Excel workbook (.xlsx) nor a CSV with this table’s header. Fill in the downloaded template, or save as .xlsx and upload that.',
  'table.badBytes':
    'Row {row}, column {place} holds bytes that are no character (read as {encoding}). Open the original in Excel or WPS, save it as “CSV UTF-8” or .xlsx and upload that.',
  'table.badQuote':
    'Row {row}, column {place}: a quotation mark is not closed or out of place. Write each mark twice and put the whole cell in marks, or save as .xlsx and upload that.',
  'table.tooWide':
    'Row {row}, column {place} lies beyond the header of {width} columns, often because a comma in a cell is not quoted. Correct it, or save as .xlsx and upload that.',
  'table.oldFormat':
    'This workbook is of an old or binary kind (.xls, .xlsb). Save it as .xlsx in Excel or WPS and upload that.',
  'table.damaged': 'The file is incomplete or damaged and cannot be read. Open the original, save it again and upload.',
  'table.encrypted': 'The file has a password to open it. Remove the password and upload again.',
  'table.macros':
    'The file carries macros or controls and was not accepted. Save it as .xlsx without macros and upload that.',
  'table.tooLarge':
    'The file expands beyond its limit and was not read. Remove surplus sheets, formats and blank rows or columns.',
  'table.noMarker': 'This file was not made from a template of this platform. Download the template and fill that in.',
  'table.otherTemplate': 'Wrong template: “{expected}” is wanted here, “{found}” was uploaded. Download the right one.',
  'table.otherVersion':
    'Wrong version of the template: {expected} is current, {found} was uploaded. Move the content to the current one.',
  'table.columnMissing': 'Column “{column}” is missing. Do not remove or change the header; compare with the template.',
  'table.columnTwice': 'Column “{column}” stands there twice. Keep one of them.',
  'table.noRows': 'The table is blank. Fill it in from the line below the header.',
  'table.tooManyRows': 'Too many lines; at most {limit} at once. Upload in parts.',
  'table.required': '“{column}” is required and this cell is empty. Fill it in.',
  'table.formula': '“{column}” is a formula. Copy it, paste it as a value, and upload again.',
  'table.errorValue': '“{column}” holds the error {text}. Put the real content.',
  'table.merged': 'Merged cells ({range}): what each line holds is unclear. Unmerge them and fill in every line.',
  'table.notChoice': '“{text}” is not among the choices of “{column}”. Take one from the list.',
  'table.notDate': '“{text}” in “{column}” is not a date. Write it like 2025-01-05.',
  'table.isDate': '“{column}” was taken for the date {text}. Format the cell as text or number and fill it in again.',
  'table.isTruth': '“{column}” is a truth value (TRUE or FALSE). Put the real content.',
  'table.tooLong': '“{column}” is too long; at most {limit} characters.',
  'table.digitsLost':
    '“{column}” has so many digits that Excel has lost the last ones (now {text}). Format the cell as text and type it again.',
} as const satisfies Record<keyof typeof zhCN, string>
