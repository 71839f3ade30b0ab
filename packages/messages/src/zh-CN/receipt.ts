/** First faults of a receipt, as both verifiers name them. */
export const receipt = {
  'receipt.unreadable': '核验不通过：这不是回执文件，或者已经残缺。请重新下载后再核验。',
  'receipt.checkpoint': '核验不通过：回执中的存证点残缺，无法读取。',
  'receipt.signature': '核验不通过：存证点不是由所给密钥签署的。回执、存证点或密钥三者至少有一个不是原件。',
  'receipt.heads': '核验不通过：回执中 SHA-256 与 SM3 两个存证点不属于同一份留痕或者数目不同。',
  'receipt.sealApart':
    '不能比对：给出的存证点是第{size}号，这份文件封存至第{held}号。如果它是在纸面存证点之后制作的，说明留痕被截短或者恢复到了旧的备份；否则请用之后制作的归档包，或者封存至同一号的文件比对。',
  'receipt.seal':
    '核验不通过：第{size}号存证点与纸面（或另行保存）的不是同一个。同一号出现两个根，说明留痕被改写或者分叉，纸面即为证据。',
  'receipt.leaf': '核验不通过：第{index}号留痕不属于这份存证。',
  'receipt.proof': '核验不通过：第{index}号留痕不在所签署的存证树的该位置上，内容、时间或位置已被改动。',
  'receipt.event': '核验不通过：第{index}号留痕所附的内容与封存的不符，已被改动。',
  'report.approval': '核验不通过：第{index}号留痕不是这份文稿的送审。',
  'report.paper': '核验不通过：文稿内容与送审时封存的内容不符，已被改动。',
  'report.code': '核验不通过：纸上的校验码不是这份文稿的校验码（应为{paperCode}）。纸质件与核对文件不是同一份。',
} as const
