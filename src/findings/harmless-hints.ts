/**
 * Words that look negative and hardly ever stand for a negation in a translation, by language and that of the translation, bars between. Written by
 * `training/findings/count-negations.ts`; do not edit.
 */
export const HARMLESS_HINTS: Readonly<Record<string, string>> = {
  'id en':
    'alih|antibodi|antivirus|baru|bebas|berhenti|daripada|ditolak|gagal|hilang|ingat|ingatlah|jarang|jauh|kecuali|kegagalan|kehilangan|ketidakmampuan|ketidaksesuaian|lepas|lupa|melarang|melepas|melepaskan|mencegah|mengabaikan|menghentikan|menghindari|menolak|minimal|minimax|minimum|non|nonaktif|nonce|penolakan|salah|sebelum|sedikit|selain|sulit',
  'en id':
    'accident|alone|asynchronous|ban|beyond|deny|disable|except|failover|few|fewer|forget|forgot|free|hidden|ignores|little|losing|minimal|missed|nonce|rarely|seamless|seamlessly|sorry|undo|uniswap|unix|unlike|unlock|unmount',
  'zh en':
    '不久|不断|不论|专业人才|丢失|丢弃|中断|中止|为止|人才|任免|停业|停机|停泊|停用|停车|停车场|免于|免受|免疫|免疫系统|免费|免费的|减免|减少|出缺|分别|删除|判别|判断|别名|别有|别的|区别|南非|去除|取消|各不相同|回避|型别|处理不当|多少|失业|失去|失活|失败|失踪|封禁|少年|少数|少量|尽管|差别|废弃|废弃物|废止|弃用|很少|必不可少|忽略|性别|悬停|截断|才能|扣除|扣除额|拆除|损失|排除|推断|断开|断点|断言|断路器|无线|无线电|无线电台|无缝|无论|是否|暂停|更少|替代|替代品|替代的|最少|有所不同|有没有|未来|极少数|消息|消息队列|消毒|消耗|消耗的|消费|消费者|消防|消除|清除|灭失|特别|特别的|独一无二|直到|短缺|移除|类别|类别的|级别|终止|绝对|缺乏|缺失|缺点|缺陷|能否|至少|被禁止|解除|记住|识别|识别码|诊断|语音识别|豁免|较少|较少的|辨别|遗失|避险|避难|鉴别|防止|阻断|阻止|除以|除此之外|除法|难以|非常|非常感谢|非洲',
  'en zh':
    'accidents|asynchronous|asynchronously|ban|dead|disable|disagreements|disappears|failover|familiar|forgot|forgotten|halt|hidden|hostile|illegally|immovable|indirect|indirectly|infinity|informal|insecure|intangible|invalidate|minimal|minimize|no matter|rid|seamless|seamlessly|serverless|stateless|uncle|undo|unemployment|uninstall|uniswap|unix|unload|unloading|unlock|unmount|unpack|unpacking|unprecedented|unstructured|wireless',
};

/** Negators with a word that is often said without any negation, in the same form as the `quiet` phrases. */
export const QUIET_NEGATORS: Readonly<Record<string, string>> = {
  'id en':
    'tanpa_awalan|tanpa_pengetahuan|tanpa_status|tidak_baik|tidak_bergantung|tidak_enak|tidak_jelas|tidak_jujur|tidak_masalah|tidak_mengikuti|tidak_murni|tidak_terdeteksi|tidak_terhubung',
  'zh en': '不兼容性|不变|不变的|不变量|不可靠|不好|不好意思|不实|不对称|不相符|不知|不见|不诚实|不负|未解决的|没有问题',
};
