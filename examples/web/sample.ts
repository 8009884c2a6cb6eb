/** Three short reports of one event; the second was garbled on its way. */
export const sample: readonly string[] = [
  `On Friday the American envoy Steve Witkoff met President Vladimir Putin in Moscow. They talked for three hours about the war in Ukraine. The Kremlin called the talks useful.

After the meeting Witkoff did not speak to reporters. On Thursday President Donald Trump said that he wanted a deal soon.`,
  `Pada hari Jumat utusan Amerika Steve Witcaf bertemu Presiden Vladimir Putin di Moskow. Mereka berbicara selama empat jam tentang perang di Ukraina. Kremlin menyebut pembicaraan itu berguna.

Setelah pertemuan itu Witcaf tidak berbicara kepada wartawan. Pada hari Kamis Presiden Donald Trump mengatakan bahwa dia menginginkan kesepakatan segera.`,
  `周五,美国特使史蒂夫·威特科夫在莫斯科会见了总统弗拉基米尔·普京。他们就乌克兰战争谈了三个小时。克里姆林宫称会谈是有益的。特朗普总统周四表示,他希望尽快达成协议。`,
];
