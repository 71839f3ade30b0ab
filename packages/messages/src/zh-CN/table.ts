/** Faults of an uploaded Excel table; cells are named beside the text. */
export const table = {
  'table.empty': '文件是空的（0字节）。请检查后重新上传。',
  'table.notXlsx':
    '这不是 Excel 工作簿（.xlsx），也不是带有本表表头的 CSV 文件。请使用下载的模板填写，或另存为 .xlsx 后上传。',
  'table.badBytes':
    '第{row}行第{place}列有无法识别的字符（按{encoding}编码读取）。请用 Excel 或 WPS 重新打开原表，另存为“CSV UTF-8”或 .xlsx 后上传。',
  'table.badQuote':
    '第{row}行第{place}列的双引号不成对或位置不对。内容含双引号的，请将每个双引号写成两个，并用双引号括住整格；也可另存为 .xlsx 后上传。',
  'table.tooWide':
    '第{row}行第{place}列在表头（共{width}列）之外。通常是某格内容含逗号而未用双引号括住，请改正，或另存为 .xlsx 后上传。',
  'table.oldFormat': '这是旧格式或二进制格式的工作簿（.xls、.xlsb）。请在 Excel 或 WPS 中另存为 .xlsx 后上传。',
  'table.damaged': '文件不完整或已损坏，无法读取。请重新打开原文件，另存后再上传。',
  'table.encrypted': '文件设有打开密码，无法读取。请取消密码后上传。',
  'table.macros': '文件含有宏或控件，未予接收。请另存为不含宏的 .xlsx 后上传。',
  'table.tooLarge': '文件展开后超出限度，未予读取。请删除多余的工作表、格式和空白行列后重新上传。',
  'table.noMarker': '此文件不是由本平台的模板填写的。请下载模板，将内容填入模板后上传。',
  'table.otherTemplate': '模板不对：此处需要“{expected}”模板，上传的是“{found}”模板。请下载对应模板填写。',
  'table.otherVersion': '模板版本不对：现行版本为{expected}，上传的是{found}。请下载现行模板，将内容移入后上传。',
  'table.columnMissing': '找不到列“{column}”。请勿删除或改动表头；可下载模板对照。',
  'table.columnTwice': '列“{column}”出现了两次。请保留一列后上传。',
  'table.noRows': '表中没有填写任何内容。请从表头下一行起填写后上传。',
  'table.tooManyRows': '行数过多，一次最多{limit}行。请分批上传。',
  'table.required': '“{column}”必填，此格为空。请填写。',
  'table.formula': '“{column}”是公式。请复制后以“数值”方式粘贴，再上传。',
  'table.errorValue': '“{column}”是错误值{text}。请改为实际内容。',
  'table.merged': '此处有合并单元格（{range}），无法判断各行的内容。请取消合并，逐行填写。',
  'table.notChoice': '“{column}”填写的“{text}”不在可选范围内。请从下拉列表中选择。',
  'table.notDate': '“{column}”填写的“{text}”不是有效日期。请按2025-01-05的样式填写。',
  'table.isDate': '“{column}”被识别为日期{text}。请将单元格格式改为文本或数值后重填。',
  'table.isTruth': '“{column}”是逻辑值（TRUE 或 FALSE）。请改为实际内容。',
  'table.tooLong': '“{column}”太长，最多{limit}个字符。请精简。',
  'table.digitsLost': '“{column}”数字过长，Excel 已丢失末几位（现为{text}）。请将单元格格式改为文本后重新录入。',
} as const
