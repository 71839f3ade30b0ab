import type { uploadErrors } from '@quanheng/contract/errors/upload'

export const upload = {
  'upload.empty': '文件是空的（0字节），未予接收。请检查文件后重新上传。',
  'upload.nameMissing': '没有文件名，未予接收。请从页面选择文件上传。',
  'upload.otherContent':
    '“{name}”的内容与文件名后缀不符，可能未下载完整，或选错了文件，未予接收。请打开原文件核对，另存后重新上传。',
  'upload.infected': '此文件经查毒发现病毒，已隔离，任何人都不能打开。请提供单位重新导出或扫描原件，查毒后换新版本。',
  'upload.notFound': '没有找到此附件，或未上传完整。请重新上传后再提交。',
  'upload.program': '“{name}”是程序文件，不能作为材料，未予接收。请上传文件、图片、表格或压缩包。',
} as const satisfies Record<keyof typeof uploadErrors, string>
