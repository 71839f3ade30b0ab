import type { reportPackErrors } from '@quanheng/contract/errors/report-pack'

export const reportPack = {
  'zip.damaged': '文件不是.zip压缩包，或未上传完整、已损坏，未予收回。请重新压缩为.zip后上传。',
  'zip.encrypted': '压缩包设有密码，无法读取，未予收回。请不设密码重新压缩后上传。',
  'zip.tooLarge':
    '压缩包内的文件过多、过大，或展开后大得异常，未予收回。一包最多2000个文件、展开后不超过500 MB；材料多的，分几包收回，或在台账资料页面逐份上传。',
  'zip.badPath':
    '压缩包内的文件“{path}”名称或位置不合规（含有上级目录、盘符、不可见字符，或是指向别处的链接），整包未予收回。请检查来源，删除该文件后重新压缩。',
  'zip.twice': '压缩包内有两个同名文件“{path}”。请改名或删除一个后重新压缩。',
  'reportPack.program': '填报包内的“{path}”是程序文件，整包未予收回。请检查来源，删除后重新压缩上传。',
  'reportPack.macros': '填报包内的“{path}”含有宏或控件，整包未予收回。请另存为不含宏的文件后重新压缩上传。',
  'reportPack.noStamp':
    '压缩包内没有找到“填报包标识（请勿改动）.json”，无法判断是哪个方案、哪个单位的填报包。请把下载的填报包整个文件夹压缩后上传。',
  'reportPack.stampChanged': '填报包标识已被改动，无法核对方案版本。请重新下载填报包，把填好的表和材料放进去后上传。',
  'reportPack.otherVersion':
    '本填报包按方案第{made}版制作，现行方案为第{current}版，考核要求和台账目录可能已变。请重新下载填报包，对照改动之处填写后上传。',
  'reportPack.notMine': '本填报包不是您所在单位的，或该方案没有要您填报的内容。请由填报包所列单位的填报人上传。',
  'reportPack.noWorkbook': '填报包内没有找到“{name}”。请把填好的表放在填报包标识旁边，重新压缩后上传。',
  'reportPack.manyWorkbooks': '填报包内有不止一个“{name}”，无法判断以哪个为准。请只留一个，重新压缩后上传。',
  'reportPack.faulty': '填报包有{count}处错误，未收回任何内容。请按所列位置改正后重新上传。',
  'reportPack.changed':
    '平台上的数据或材料在您核对期间有了变化，与您看到的不同，未收回任何内容。请重新读取填报包，核对后再收回。',
  'reportPack.nothingNew': '填报包内没有新填的数据，也没有新的材料，不必收回。请核对是否选错了文件。',
} as const satisfies Record<keyof typeof reportPackErrors, string>
