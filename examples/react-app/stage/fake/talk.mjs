// A dialogue for the captions: what people in the room say depends on what is transcribed.

const said = {
  en: ["Good morning! Can you hear me?", "Loud and clear. Shall we begin?", "Yes, the others will read along."],
  zh: ["早上好！能听到我吗？", "听得很清楚。我们开始吗？", "好的，其他人会看字幕。"],
  es: ["¡Buenos días! ¿Me oyes?", "Perfectamente. ¿Empezamos?", "Sí, los demás leerán los subtítulos."],
  fr: ["Bonjour ! Vous m’entendez ?", "Très bien. On commence ?", "Oui, les autres liront les sous-titres."],
  de: ["Guten Morgen! Hört ihr mich?", "Laut und deutlich. Fangen wir an?", "Ja, die anderen lesen mit."],
  ja: ["おはようございます。聞こえますか？", "よく聞こえます。始めましょうか？", "はい、他の人は字幕を読みます。"],
};

const linesIn = (language) => said[language.split("-")[0]];

/** Lets the people in a channel say a few lines, in the languages of what transcribes it. How many lines that were. */
export function talk(fake, cname) {
  const running = [...fake.agents, ...fake.tasks].filter((one) => one.live && one.channel === cname);
  const [task] = running;
  if (!task) throw new RangeError(`Nothing is being transcribed in ${cname}.`);
  const speakers = fake.channel(cname).users.filter(({ audio }) => audio);
  if (speakers.length === 0) throw new RangeError(`Nobody in ${cname} sends audio.`);
  const lines = said.en.map((_, index) => {
    const speaker = speakers[index % speakers.length];
    const own = task.uidLanguages.find(({ uid }) => uid === speaker.uid)?.languages ?? task.languages;
    const language = own[index % own.length];
    const targets = task.translations.find(({ source }) => source === language)?.target ?? [];
    return {
      uid: speaker.uid,
      language,
      text: (linesIn(language) ?? said.en)[index],
      translations: Object.fromEntries(targets.flatMap((to) => (linesIn(to) ? [[to, linesIn(to)[index]]] : []))),
      after: 700,
    };
  });
  fake.captions(cname).play(lines);
  return lines.length;
}
