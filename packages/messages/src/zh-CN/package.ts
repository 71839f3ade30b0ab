/** Faults of a submission or archive package. */
export const packaged = {
  'package.path': '文件名“{path}”不能放入报送包。请去掉特殊字符后重试。',
  'package.pathTwice': '报送包中有两个文件同名：“{path}”。请改名后重试。',
  'package.noManifest': '此文件不是本平台生成的报送包：缺少清单（manifest.json）。',
  'package.damaged': '报送包不完整或已损坏。请重新取得原件。',
  'package.fileMissing': '报送包缺少清单所列文件“{path}”。请重新取得原件。',
  'package.fileExtra': '报送包中有清单未列的文件“{path}”。请核对来源。',
  'package.fileChanged': '文件“{path}”与清单记载的校验码不一致，内容已被改动。请重新取得原件。',
} as const
