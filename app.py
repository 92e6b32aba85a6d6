"""Entry of the server: the page, and who may visit it. Start: python -m streamlit run app.py"""

import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

import sim
from sim.dashboard.doorkeeper import Doorkeeper, own_url, welcome
from sim.dashboard.room_routes import room_routes
from sim.session.own_address import in_container, own_address


@asynccontextmanager
async def greet(_: st.App) -> AsyncIterator[None]:
    """Say where the page is and open it, unless nobody sits at this computer."""
    print(welcome(st.get_option, own_address(), contained=in_container()), flush=True)
    if not st.get_option("server.headless"):
        Thread(target=webbrowser.open, args=[own_url(st.get_option)], daemon=True).start()
    yield


app = st.App(
    Path(sim.__file__).parent / "dashboard" / "pages" / "navigation.py",
    lifespan=greet,
    routes=room_routes(st.get_option("server.baseUrlPath")),
    middleware=[Middleware(Doorkeeper, option=st.get_option)],
)
