// A transcription's life, from join to leave, through the edge function; its captions come through the channel.
import { createCaptionStore } from "@agora-edge/core/captions";
import { check, must } from "./check.mjs";
import { follow, pause, seconds } from "./follow.mjs";
import { fact, heading, short } from "./print.mjs";

const channelName = "room-5";
const pubBotUid = "900005";

const notes = {
  starting: "the agent is on its way into the channel",
  running: "it transcribes",
  stopping: "it is on its way out",
  stopped: "it has left and costs nothing any more",
};

const english = [
  { uid: "1001", text: "Good morning! Can you hear me?" },
  { uid: "1002", text: "Loud and clear. Shall we begin?" },
  { uid: "1001", text: "Yes, the others will read along." },
];
const chinese = [
  { uid: "1002", text: "我可以说中文吗？" },
  { uid: "1001", text: "可以，字幕会跟上。" },
];

/** What a page does with the data stream messages of its channel. Prints every line when it is final. */
function readCaptions(fake) {
  const captions = createCaptionStore({ pubBotUid });
  let arrived = 0;
  const close = fake.captions(channelName).onCaption((payload, senderUid) => {
    arrived += 1;
    captions.push(payload, senderUid);
  });
  const printed = new Set();
  captions.subscribe(() => {
    for (const { id, uid, language, text, isFinal } of captions.getSnapshot().lines) {
      if (!isFinal || printed.has(id)) continue;
      printed.add(id);
      fact(uid, `${language}   ${text}`);
    }
  });
  return { captions, printed, arrivals: () => arrived, close };
}

/** Lets people talk until the last caption is there, and checks that each line came as it was said. */
async function listen({ fake }, { captions, printed }, said, language) {
  const playback = fake.captions(channelName).play(said);
  for (let turn = 0; turn < 200 && !playback.done; turn += 1) await pause(50);
  await captions.whenIdle();
  const { lines, dropped } = captions.getSnapshot();
  const heard = lines.slice(-said.length);
  check(playback.done && dropped === 0, "every caption arrives and can be read");
  check(
    [...printed].join() === lines.map(({ id }) => id).join(),
    "lines turn final in the order in which they were said",
  );
  check(
    said.every(({ uid, text }, index) => heard[index]?.uid === uid && heard[index].text === text),
    "the captions are what was said, by whom it was said",
  );
  check(
    heard.every((line) => line.isFinal && line.language === language),
    `each line is final, and in ${language}`,
  );
}

export async function transcription(stage) {
  const { call, fake } = stage;
  const room = fake.channel(channelName);
  room.join("1001");
  room.join("1002");

  heading("10  Join: an agent that writes down what is said");
  const handle = must(await call("POST", "/transcriptions", { body: { channelName, pubBotUid } }));
  const agent = () => fake.agents.find(({ agentId }) => agentId === handle.agentId);
  const ask = async () => must(await call("GET", `/transcriptions?agentId=${handle.agentId}`));
  check(handle.version === "v7" && agent()?.live, "join answers with the handle of an agent of v7");
  check(agent().languages.join() === "en-US", "the agent listens for English");
  fact("channel", `${channelName}, where users 1001 and 1002 talk in English`);
  fact("agent", short(handle.agentId));
  const joining = await follow({ fake, ask, notes, until: ({ state }) => state === "running" });
  check(/^(starting,)?running$/.test(joining.join()), "an agent starts, then runs");

  heading("11  Captions: from the agent into the channel, to every page in it");
  const reader = readCaptions(fake);
  await listen(stage, reader, english, "en-US");
  check(reader.arrivals() > english.length, "there are more messages than lines");
  fact("arrived", `${reader.arrivals()} messages, because a line grows until it is final`);

  heading("12  Update: they go on in Chinese");
  must(await call("POST", "/transcriptions/languages", { body: { handle, languages: ["zh-CN"] } }));
  const waited = Date.now() - handle.startedAt;
  check(agent().languages.join() === "zh-CN", "the agent listens for Chinese");
  check(waited >= 4990, "no update is sent earlier than five seconds after the join");
  fact("languages", "Chinese instead of English");
  fact("sent", `${seconds(waited)} of your time after the join: the SDK keeps the distance that the service wants`);
  await listen(stage, reader, chinese, "zh-CN");
  reader.close();

  heading("13  Leave: nobody needs captions any more");
  must(await call("POST", "/transcriptions/leave", { body: handle }));
  const leaving = await follow({ fake, ask, notes, until: ({ state }) => state === "stopped" });
  check(/^(stopping,)?stopped$/.test(leaving.join()), "an agent that is told to leave stops");
  check(!agent().live && agent().ending === "requested", "it has left because it was told to");
}
