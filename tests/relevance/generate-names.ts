import { seededRandom } from './seeded-random';

const CHINESE =
  `年度 报告 会议 纪要 合同 项目 计划 预算 客户 产品 设计 文档 测试 用户 手册 数据 分析 北京 上海 重庆 长沙 公司 部门 培训 总结
  发票 简历 照片 说明 期末 试卷 答案 课件 财务 审计 银行 流水 工资 招聘 面试 通知 申请 证明 护照 扫描 采购 订单 物流 仓库 质量 安全
  检查 整改 方案 图纸 施工 监理 验收 投标 评审 专家 名单 通讯录 旅行 攻略 菜谱 音乐 视频 备份 系统 接口 需求 原型 架构 部署 运维 日志
  监控 女士 会计 中国 网络 云盘 使用 第一季度 第二季度 机器学习 操作系统 数据结构 高等数学 线性代数`.split(
    /\s+/,
  );
const LATIN =
  `annual report meeting minutes budget project plan client product design document testing user manual data analysis
  invoice resume photo travel recipe music video backup system interface request prototype architecture deployment
  monitor network account settings profile manager controller service factory handler parser builder adapter socket
  session password security certificate template component container dashboard calendar schedule chapter appendix
  bibliography introduction conclusion experiment statistics probability geometry algebra chemistry physics biology
  history language grammar dictionary translation contract agreement proposal strategy marketing campaign customer
  supplier inventory warehouse shipment receipt payment insurance mortgage medical vaccine passport birthday wedding
  holiday kitchen garden furniture electric plumbing renovation blueprint thesis lecture homework semester library`.split(
    /\s+/,
  );
const ENDINGS = ['pdf', 'docx', 'xlsx', 'pptx', 'txt', 'jpg', 'png', 'zip', 'md', 'csv'];
const MARKS = ['v2', '2024', '2025', '2026', '03', '终稿', 'final', '(1)', 'draft', ''];

const CITIES = ['北京', '上海', '重庆', '长沙'];

/**
 * Names as drives hold them: Chinese anywhere in the name, Latin in every way of writing compounds, both, brackets and
 * full width, sentences, and series that differ in a number. The same on every run.
 */
export function generateNames(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const names = new Set<string>();
  while (names.size < count) {
    const write = WAYS.find(({ upTo }) => random() < upTo)?.write ?? writeChinese;
    names.add(write(rollNames(random)));
  }
  return [...names];
}

interface NameDice {
  random(): number;
  pick(values: string[]): string;
  chinese(most: number): string;
  latin(most: number): string;
  /** A day of one year, and a number of one to three digits. */
  date(mark: string): string;
  number(): number;
  separator(): string;
  ending(): string;
}

function rollNames(random: () => number): NameDice {
  const pick = (values: string[]) => values[Math.floor(random() * values.length)] ?? '';
  const several = (values: string[], most: number) =>
    Array.from({ length: 2 + Math.floor(random() * (most - 1)) }, () => pick(values));
  const twoDigits = (limit: number) => String(1 + Math.floor(random() * limit)).padStart(2, '0');
  return {
    random,
    pick,
    chinese: (most) => several(CHINESE, most).join(''),
    latin: (most) => writeCompound(several(LATIN, most), random()),
    date: (mark) => ['2026', twoDigits(12), twoDigits(28)].join(mark),
    number: () => 1 + Math.floor(random() * 999),
    separator: () => pick(['_', '-', ' ']),
    ending: () => `.${pick(ENDINGS)}`,
  };
}

/** Each way takes its part of what the ones before it leave. */
const WAYS: { upTo: number; write(dice: NameDice): string }[] = [
  { upTo: 0.3, write: writeLatin },
  { upTo: 0.15, write: (dice) => `${dice.chinese(2)} ${dice.pick(LATIN)}${mark(dice)}` },
  { upTo: 0.15, write: (dice) => `${dice.latin(2)}${dice.separator()}${dice.chinese(3)}${dice.ending()}` },
  { upTo: 0.15, write: writeBracketed },
  { upTo: 0.12, write: writeFullWidth },
  { upTo: 0.1, write: writeSentence },
  { upTo: 0.2, write: writeSeries },
];

function mark(dice: NameDice): string {
  return `${dice.separator()}${dice.pick(MARKS)}${dice.ending()}`;
}

function writeChinese(dice: NameDice): string {
  return `${dice.chinese(4)}${mark(dice)}`;
}

function writeLatin(dice: NameDice): string {
  return `${dice.latin(4)}${mark(dice)}`;
}

/** '【合同】客户名单（上海）.docx', '(2) 2026-03-01 会议纪要.pdf'. */
function writeBracketed(dice: NameDice): string {
  const word = dice.chinese(2);
  const shapes = [
    `【${dice.pick(CHINESE)}】${word}（${dice.pick(CITIES)}）`,
    `${word}（${dice.pick(['终稿', '扫描', '副本', '1', '2'])}）`,
    `(${dice.number()}) ${dice.date('-')} ${word}`,
    `《${word}》${dice.pick(CHINESE)}[${dice.pick(LATIN)}]`,
  ];
  return `${dice.pick(shapes)}${dice.ending()}`;
}

/** '年度报告２０２６', 'ＶＩＰ客户名单', 'Ｖ２．１　验收方案'. */
function writeFullWidth(dice: NameDice): string {
  const word = dice.chinese(2);
  const shapes = [
    `${word}${dice.pick(['2024', '2025', '2026'])}`,
    `${dice.pick(['vip', 'crm', 'erp']).toUpperCase()}${word}`,
    `V2.${dice.number()} ${word}`,
  ];
  return `${toFullWidth(dice.pick(shapes))}${dice.ending()}`;
}

/** Sixty characters and more, as whoever names a file by what it is about. */
function writeSentence(dice: NameDice): string {
  let text = `关于${dice.pick(CITIES)}${dice.chinese(3)}`;
  while (text.length < 60) text += `${dice.pick(['的', '、', '，', ' ', '和'])}${dice.chinese(3)}`;
  return `${text} ${dice.latin(2)}${dice.ending()}`;
}

/** Scans, minutes and invoices: of a few kinds there are many, and only a number or a day tells them apart. */
function writeSeries(dice: NameDice): string {
  const kind = dice.pick([
    '会议纪要',
    '工资流水',
    '客户发票',
    '系统监控日志',
    'invoice',
    'meeting minutes',
    'scan',
  ]);
  const which = [dice.date('-'), dice.date(''), String(dice.number()), `第${dice.number()}期`];
  return `${kind}${dice.separator()}${dice.pick(which)}${dice.ending()}`;
}

function toFullWidth(text: string): string {
  return text
    .replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
}

function writeCompound(words: string[], way: number): string {
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  if (way < 0.25) return [words[0], ...capitals.slice(1)].join('');
  if (way < 0.5) return words.join('_');
  if (way < 0.7) return words.join('-');
  return way < 0.85 ? capitals.join(' ') : capitals.join('');
}
